package dev.footfall.drivers.elsys;

import dev.footfall.drivers.DriverContract;

class ElsysDriverTest extends DriverContract {
    ElsysDriverTest() {
        super(new ElsysDriver());
    }
}
