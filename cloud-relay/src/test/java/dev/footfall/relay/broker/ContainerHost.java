package dev.footfall.relay.broker;

import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The broker in a container. It keeps its container, and with it its files, across stop and start. */
final class ContainerHost implements BrokerHost {
    private static final DockerImageName IMAGE = DockerImageName.parse("eclipse-mosquitto:2.0.20");
    private static final String FOLDER = "/footfall";
    private static final int INSIDE = 1883;

    private final int port;
    private final GenericContainer<?> container;

    ContainerHost(MosquittoSetup setup, int port) {
        this.port = port;
        container = new GenericContainer<>(IMAGE)
                .withExposedPorts(INSIDE)
                .withCommand("mosquitto", "-c", FOLDER + "/mosquitto.conf");
        // a port that Docker chose would change with each start
        container.setPortBindings(List.of(port + ":" + INSIDE));
        setup.files(FOLDER, Integer.toString(INSIDE))
                .forEach((name, bytes) -> container.withCopyToContainer(Transferable.of(bytes), FOLDER + "/" + name));
    }

    static boolean available() {
        return Docker.ANSWERS;
    }

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public void stop() {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public String address() {
        return container.getHost();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String log() {
        return container.getContainerId() == null ? "" : container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }

    /** Asked once: the question takes its time. */
    private static final class Docker {
        static final boolean ANSWERS = DockerClientFactory.instance().isDockerAvailable();
    }
}
