package dev.footfall.drivers.espresense;

import dev.footfall.drivers.DriverContract;

class EspresenseDriverTest extends DriverContract {
    EspresenseDriverTest() {
        super(new EspresenseDriver());
    }
}
