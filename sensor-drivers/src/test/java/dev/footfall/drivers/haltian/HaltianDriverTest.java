package dev.footfall.drivers.haltian;

import dev.footfall.drivers.DriverContract;

class HaltianDriverTest extends DriverContract {
    HaltianDriverTest() {
        super(new HaltianDriver());
    }
}
