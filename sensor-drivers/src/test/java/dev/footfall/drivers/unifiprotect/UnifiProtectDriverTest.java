package dev.footfall.drivers.unifiprotect;

import dev.footfall.drivers.DriverContract;

class UnifiProtectDriverTest extends DriverContract {
    UnifiProtectDriverTest() {
        super(new UnifiProtectDriver());
    }
}
