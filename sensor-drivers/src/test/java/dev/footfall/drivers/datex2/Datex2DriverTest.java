package dev.footfall.drivers.datex2;

import dev.footfall.drivers.DriverContract;

class Datex2DriverTest extends DriverContract {
    Datex2DriverTest() {
        super(new Datex2Driver());
    }
}
