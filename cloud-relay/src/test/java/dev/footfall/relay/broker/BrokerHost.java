package dev.footfall.relay.broker;

/** What runs the broker program. */
interface BrokerHost extends AutoCloseable {

    void start();

    void stop();

    void kill();

    String address();

    int port();

    String log();

    @Override
    void close();
}
