package dev.footfall.drivers.tasmota;

import dev.footfall.drivers.DriverContract;

class TasmotaDriverTest extends DriverContract {
    TasmotaDriverTest() {
        super(new TasmotaDriver());
    }
}
