package dev.footfall.drivers.placepod;

import dev.footfall.drivers.DriverContract;

class PlacePodDriverTest extends DriverContract {
    PlacePodDriverTest() {
        super(new PlacePodDriver());
    }
}
