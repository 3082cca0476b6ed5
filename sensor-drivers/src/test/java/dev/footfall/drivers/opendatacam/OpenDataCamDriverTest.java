package dev.footfall.drivers.opendatacam;

import dev.footfall.drivers.DriverContract;

class OpenDataCamDriverTest extends DriverContract {
    OpenDataCamDriverTest() {
        super(new OpenDataCamDriver());
    }
}
