package dev.footfall.gateway.source.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Paho's client, with repeats noted on the way in. */
final class MarkingClient extends MqttAsyncClient {
    private final RepeatMarks marks;

    MarkingClient(String url, String clientId, RepeatMarks marks) throws MqttException {
        super(url, clientId, new MemoryPersistence(), null, null);
        this.marks = marks;
    }

    @Override
    protected NetworkModule[] createNetworkModules(String address, MqttConnectionOptions options) throws MqttException {
        NetworkModule[] modules = super.createNetworkModules(address, options);
        for (int i = 0; i < modules.length; i++) {
            modules[i] = new Marking(modules[i], marks);
        }
        return modules;
    }

    private record Marking(NetworkModule module, RepeatMarks marks) implements NetworkModule {
        @Override
        public void start() throws IOException, MqttException {
            module.start();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return marks.along(module.getInputStream());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return module.getOutputStream();
        }

        @Override
        public void stop() throws IOException {
            module.stop();
        }

        @Override
        public String getServerURI() {
            return module.getServerURI();
        }
    }
}
