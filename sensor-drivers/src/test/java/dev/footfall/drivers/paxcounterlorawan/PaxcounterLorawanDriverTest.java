package dev.footfall.drivers.paxcounterlorawan;

import dev.footfall.drivers.DriverContract;

class PaxcounterLorawanDriverTest extends DriverContract {
    PaxcounterLorawanDriverTest() {
        super(new PaxcounterLorawanDriver());
    }
}
