package dev.footfall.drivers.platerecognizer;

import dev.footfall.drivers.DriverContract;

class PlateRecognizerDriverTest extends DriverContract {
    PlateRecognizerDriverTest() {
        super(new PlateRecognizerDriver());
    }
}
