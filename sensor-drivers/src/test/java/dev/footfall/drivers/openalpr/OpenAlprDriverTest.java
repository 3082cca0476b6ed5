package dev.footfall.drivers.openalpr;

import dev.footfall.drivers.DriverContract;

class OpenAlprDriverTest extends DriverContract {
    OpenAlprDriverTest() {
        super(new OpenAlprDriver());
    }
}
