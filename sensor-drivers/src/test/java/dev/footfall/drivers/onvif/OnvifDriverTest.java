package dev.footfall.drivers.onvif;

import dev.footfall.drivers.DriverContract;

class OnvifDriverTest extends DriverContract {
    OnvifDriverTest() {
        super(new OnvifDriver());
    }
}
