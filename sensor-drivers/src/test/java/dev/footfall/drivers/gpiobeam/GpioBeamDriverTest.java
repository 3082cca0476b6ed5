package dev.footfall.drivers.gpiobeam;

import dev.footfall.drivers.DriverContract;

class GpioBeamDriverTest extends DriverContract {
    GpioBeamDriverTest() {
        super(new GpioBeamDriver());
    }
}
