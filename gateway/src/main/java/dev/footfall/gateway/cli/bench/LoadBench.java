package dev.footfall.gateway.cli.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code footfall bench load}: puts load on a gateway that is running, for example to look at it with a profiler. */
@Command(
        name = "load",
        description = "Publishes QoS 1 messages to a running gateway's MQTT listener and reports the rate.")
public final class LoadBench implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "1883",
            description = "The listener's port on this machine (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--topic", required = true, description = "The topic of a native sensor.")
    private String topic = "";

    @Option(names = "--messages", defaultValue = "1000000", description = "How many (default ${DEFAULT-VALUE}).")
    private long messages;

    @Option(
            names = "--window",
            defaultValue = "4000",
            description = "Unacknowledged messages (default ${DEFAULT-VALUE}).")
    private int window;

    @Option(names = "--rate", defaultValue = "0", description = "Messages per second, 0 for as fast as possible.")
    private long rate;

    @Option(names = "--crossings", description = "Send crossings instead of sightings.")
    private boolean crossings;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (MqttLoad load = new MqttLoad(port, "footfall-load", topic)) {
            MqttLoad.Result result =
                    load.publish(messages, window, rate, crossings ? Payloads::crossing : Payloads::sighting);
            System.out.printf(
                    Locale.ROOT,
                    "%,d acknowledged in %.2f s, %,.0f/s%s%n",
                    result.messages(),
                    result.seconds(),
                    result.perSecond(),
                    rate == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    ", acknowledged after %.1f ms (median), %.1f ms (99 %%)",
                                    result.latencyMillis(0.5),
                                    result.latencyMillis(0.99)));
        }
        return 0;
    }
}
