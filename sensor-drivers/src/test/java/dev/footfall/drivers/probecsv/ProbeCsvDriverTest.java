package dev.footfall.drivers.probecsv;

import dev.footfall.drivers.DriverContract;

class ProbeCsvDriverTest extends DriverContract {
    ProbeCsvDriverTest() {
        super(new ProbeCsvDriver());
    }
}
