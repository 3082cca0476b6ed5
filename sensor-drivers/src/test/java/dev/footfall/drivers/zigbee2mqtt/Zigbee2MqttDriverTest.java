package dev.footfall.drivers.zigbee2mqtt;

import dev.footfall.drivers.DriverContract;

class Zigbee2MqttDriverTest extends DriverContract {
    Zigbee2MqttDriverTest() {
        super(new Zigbee2MqttDriver());
    }
}
