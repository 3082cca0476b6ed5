package dev.footfall.drivers.xovis;

import dev.footfall.drivers.DriverContract;

class XovisDriverTest extends DriverContract {
    XovisDriverTest() {
        super(new XovisDriver());
    }
}
