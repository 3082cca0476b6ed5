package dev.footfall.drivers.pipiot;

import dev.footfall.drivers.DriverContract;

class PipiotDriverTest extends DriverContract {
    PipiotDriverTest() {
        super(new PipiotDriver());
    }
}
