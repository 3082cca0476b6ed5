package dev.footfall.drivers.verkada;

import dev.footfall.drivers.DriverContract;

class VerkadaDriverTest extends DriverContract {
    VerkadaDriverTest() {
        super(new VerkadaDriver());
    }
}
