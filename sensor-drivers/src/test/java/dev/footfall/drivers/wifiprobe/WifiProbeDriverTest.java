package dev.footfall.drivers.wifiprobe;

import dev.footfall.drivers.DriverContract;

class WifiProbeDriverTest extends DriverContract {
    WifiProbeDriverTest() {
        super(new WifiProbeDriver());
    }
}
