package dev.footfall.drivers.milesightlorawan;

import dev.footfall.drivers.DriverContract;

class MilesightLorawanDriverTest extends DriverContract {
    MilesightLorawanDriverTest() {
        super(new MilesightLorawanDriver());
    }
}
