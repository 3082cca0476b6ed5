package dev.footfall.drivers.tektelic;

import dev.footfall.drivers.DriverContract;

class TektelicDriverTest extends DriverContract {
    TektelicDriverTest() {
        super(new TektelicDriver());
    }
}
