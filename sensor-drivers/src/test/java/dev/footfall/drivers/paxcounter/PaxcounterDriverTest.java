package dev.footfall.drivers.paxcounter;

import dev.footfall.drivers.DriverContract;

class PaxcounterDriverTest extends DriverContract {
    PaxcounterDriverTest() {
        super(new PaxcounterDriver());
    }
}
