package dev.footfall.drivers.axis;

import dev.footfall.drivers.DriverContract;

class AxisDriverTest extends DriverContract {
    AxisDriverTest() {
        super(new AxisDriver());
    }
}
