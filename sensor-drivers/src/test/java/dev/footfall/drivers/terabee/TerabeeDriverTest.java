package dev.footfall.drivers.terabee;

import dev.footfall.drivers.DriverContract;

class TerabeeDriverTest extends DriverContract {
    TerabeeDriverTest() {
        super(new TerabeeDriver());
    }
}
