package dev.footfall.drivers.imbuildings;

import dev.footfall.drivers.DriverContract;

class ImBuildingsDriverTest extends DriverContract {
    ImBuildingsDriverTest() {
        super(new ImBuildingsDriver());
    }
}
