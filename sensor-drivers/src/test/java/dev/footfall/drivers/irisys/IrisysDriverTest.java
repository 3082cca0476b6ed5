package dev.footfall.drivers.irisys;

import dev.footfall.drivers.DriverContract;

class IrisysDriverTest extends DriverContract {
    IrisysDriverTest() {
        super(new IrisysDriver());
    }
}
