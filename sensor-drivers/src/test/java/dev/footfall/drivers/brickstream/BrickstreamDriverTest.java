package dev.footfall.drivers.brickstream;

import dev.footfall.drivers.DriverContract;

class BrickstreamDriverTest extends DriverContract {
    BrickstreamDriverTest() {
        super(new BrickstreamDriver());
    }
}
