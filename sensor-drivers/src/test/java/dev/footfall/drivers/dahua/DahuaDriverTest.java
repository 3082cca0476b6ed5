package dev.footfall.drivers.dahua;

import dev.footfall.drivers.DriverContract;

class DahuaDriverTest extends DriverContract {
    DahuaDriverTest() {
        super(new DahuaDriver());
    }
}
