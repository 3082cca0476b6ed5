package dev.footfall.drivers.milesightip;

import dev.footfall.drivers.DriverContract;

class MilesightIpDriverTest extends DriverContract {
    MilesightIpDriverTest() {
        super(new MilesightIpDriver());
    }
}
