package dev.footfall.drivers.mist;

import dev.footfall.drivers.DriverContract;

class MistDriverTest extends DriverContract {
    MistDriverTest() {
        super(new MistDriver());
    }
}
