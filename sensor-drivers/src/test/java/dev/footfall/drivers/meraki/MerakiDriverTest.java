package dev.footfall.drivers.meraki;

import dev.footfall.drivers.DriverContract;

class MerakiDriverTest extends DriverContract {
    MerakiDriverTest() {
        super(new MerakiDriver());
    }
}
