package dev.footfall.drivers.frigate;

import dev.footfall.drivers.DriverContract;

class FrigateDriverTest extends DriverContract {
    FrigateDriverTest() {
        super(new FrigateDriver());
    }
}
