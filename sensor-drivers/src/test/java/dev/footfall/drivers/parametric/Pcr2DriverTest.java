package dev.footfall.drivers.parametric;

import dev.footfall.drivers.DriverContract;

class Pcr2DriverTest extends DriverContract {
    Pcr2DriverTest() {
        super(new Pcr2Driver());
    }
}
