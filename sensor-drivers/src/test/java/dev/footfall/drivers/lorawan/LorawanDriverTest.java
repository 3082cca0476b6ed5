package dev.footfall.drivers.lorawan;

import dev.footfall.drivers.DriverContract;

class LorawanDriverTest extends DriverContract {
    LorawanDriverTest() {
        super(new LorawanDriver());
    }
}
