package dev.footfall.drivers.disruptive;

import dev.footfall.drivers.DriverContract;

class DisruptiveDriverTest extends DriverContract {
    DisruptiveDriverTest() {
        super(new DisruptiveDriver());
    }
}
