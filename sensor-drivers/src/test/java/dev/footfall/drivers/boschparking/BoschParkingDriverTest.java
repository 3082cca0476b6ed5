package dev.footfall.drivers.boschparking;

import dev.footfall.drivers.DriverContract;

class BoschParkingDriverTest extends DriverContract {
    BoschParkingDriverTest() {
        super(new BoschParkingDriver());
    }
}
