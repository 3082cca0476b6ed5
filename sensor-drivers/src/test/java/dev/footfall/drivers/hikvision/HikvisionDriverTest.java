package dev.footfall.drivers.hikvision;

import dev.footfall.drivers.DriverContract;

class HikvisionDriverTest extends DriverContract {
    HikvisionDriverTest() {
        super(new HikvisionDriver());
    }
}
