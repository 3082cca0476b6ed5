package dev.footfall.drivers.openmqttgateway;

import dev.footfall.drivers.DriverContract;

class OpenMqttGatewayDriverTest extends DriverContract {
    OpenMqttGatewayDriverTest() {
        super(new OpenMqttGatewayDriver());
    }
}
