package dev.footfall.drivers.hkt;

import dev.footfall.drivers.DriverContract;

class HktDriverTest extends DriverContract {
    HktDriverTest() {
        super(new HktDriver());
    }
}
