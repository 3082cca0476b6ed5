package dev.footfall.drivers.dlstreamer;

import dev.footfall.drivers.DriverContract;

class DlStreamerDriverTest extends DriverContract {
    DlStreamerDriverTest() {
        super(new DlStreamerDriver());
    }
}
