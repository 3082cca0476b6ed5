package dev.footfall.gateway.config;

import static dev.footfall.gateway.config.Samples.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.store.StoreConfig.Address;
import dev.footfall.store.StoreConfig.Broker;
import dev.footfall.store.StoreConfig.MqttListener;
import dev.footfall.store.StoreConfig.Tls;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestSectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ingest:\n", "ingest: {}\n", "ingest: {mqtt-listener: {}}\n", "ingest: {mqtt-listener: }\n"})
    void theListenerIsOnLoopbackUnlessSaidOtherwise(String ingest) {
        assertThat(Samples.config(Samples.MINIMAL + ingest).ingest().mqttListener())
                .isEqualTo(new MqttListener(new Address("127.0.0.1", 1883), null, null));
    }

    @Test
    void theListenerCanBeOff() {
        assertThat(Samples.config(Samples.MINIMAL + "ingest: {mqtt-listener: off}\n")
                        .ingest()
                        .mqttListener())
                .isNull();
        assertRefused(
                Samples.MINIMAL + "ingest: {mqtt-listener: on}\n",
                "store.yaml:7: ingest.mqtt-listener [on] must be off or a section with address");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:0,127.0.0.1,0",
        "127.9.9.9:1883,127.9.9.9,1883",
        "'[::1]:1883',::1,1883",
        "localhost:65535,localhost,65535"
    })
    void loopbackNeedsNothing(String text, String host, int port) {
        assertThat(listener("{address: '" + text + "'}", null))
                .isEqualTo(new MqttListener(new Address(host, port), null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                ":1883",
                "127.0.0.1:65536",
                "127.0.0.256:1",
                "::1:1883",
                "a b:1",
                "[::1]",
                "1.2.3:4",
                "[:::::::::]:1"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertRefused(
                Samples.MINIMAL + "ingest: {mqtt-listener: {address: '" + address + "'}}\n",
                "store.yaml:7: ingest.mqtt-listener.address [" + address
                        + "] must be host:port, for example 127.0.0.1:1883 or [::1]:1883");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0:1883", "192.168.1.5:0", "[::]:1883", "gateway.example.net:1883", "127.example.net:1"})
    void beyondLoopbackNeedsTlsAndUsers(String address) {
        assertRefused(
                Samples.MINIMAL + "ingest: {mqtt-listener: {address: '" + address + "'}}\n",
                "store.yaml:7: ingest.mqtt-listener.address [" + address
                        + "] is open to the network, which needs tls and users; add them or listen on 127.0.0.1");
    }

    @Test
    void beyondLoopbackWithTlsAndUsersIsFine(@TempDir Path folder) throws Exception {
        for (String file : List.of("store.crt", "store.key", "ca.crt")) {
            Files.writeString(folder.resolve(file), "");
        }
        Files.writeString(folder.resolve("users.yaml"), "[]");
        String text =
                "{address: '0.0.0.0:8883', tls: {certificate: store.crt, key: store.key, client-ca: ca.crt}, users: users.yaml}";
        assertThat(listener(text, folder))
                .isEqualTo(new MqttListener(
                        new Address("0.0.0.0", 8883), new Tls("store.crt", "store.key", "ca.crt"), "users.yaml"));
    }

    @Test
    void filesMustExist(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("store.key"));
        String yaml = Samples.MINIMAL + """
                ingest:
                  mqtt-listener:
                    tls: { certificate: store.crt, key: store.key }
                    users: users.yaml
                """;
        assertThat(ConfigLoader.parse("store.yaml", yaml, folder))
                .isInstanceOfSatisfying(
                        LoadResult.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::toString)
                                .containsExactly(
                                        "store.yaml:9: ingest.mqtt-listener.tls.certificate [store.crt] must be a file; there is no "
                                                + folder.resolve("store.crt"),
                                        "store.yaml:9: ingest.mqtt-listener.tls.key [store.key] must be a file; there is no "
                                                + folder.resolve("store.key"),
                                        "store.yaml:10: ingest.mqtt-listener.users [users.yaml] must be a file; there is no "
                                                + folder.resolve("users.yaml")));
    }

    @Test
    void aBrokerHasAClientIdOfTheStore() {
        assertThat(brokers("{url: 'mqtt://127.0.0.1:1884', subscribe: ['$share/g/a/+', 'frigate/#', '#', '+/+']}"))
                .containsExactly(new Broker(
                        URI.create("mqtt://127.0.0.1:1884"),
                        "footfall-sh-0042",
                        List.of("$share/g/a/+", "frigate/#", "#", "+/+")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {subscribe: [a]}                               | url must be given, for example mqtt://127.0.0.1:1883
            {url: 'mqtt://h'}                              | subscribe must be given, the list of topics to read, for example ["frigate/#"]
            {url: 'mqtt://h', subscribe: []}               | subscribe must list at least one topic
            {url: 'mqtt://h', subscribe: a}                | subscribe [a] must be a list
            {url: 'mqtt://h', subscribe: [a, a]}           | subscribe[1] [a] must be listed once
            {url: 'mqtt://h', subscribe: ['a+']}           | subscribe[0] [a+] must have + only alone in a level, for example em/+/status
            {url: 'mqtt://h', subscribe: ['$share/a']}     | subscribe[0] [$share/a] must be $share/group/topic with a group without wildcards
            {url: 'http://h', subscribe: [a]}              | url [http://h] must be a URL with scheme mqtt, mqtts, tcp, ssl, ws or wss and a host, for example mqtt://127.0.0.1:1883
            {url: 'localhost:1883', subscribe: [a]}        | url [localhost:1883] must be a URL with scheme mqtt, mqtts, tcp, ssl, ws or wss and a host, for example mqtt://127.0.0.1:1883
            {url: 'mqtt://u:pw@h', subscribe: [a]}         | url [mqtt://***@h] must not hold credentials; give them through the environment or systemd credentials (docs/configuration.md)
            {url: 'mqtt://h', client-id: a b, subscribe: [a]} | client-id [a b] must be 1 to 65 letters, digits, dots, dashes or underscores
            {url: 'mqtt://h', qos: 1, subscribe: [a]}      | qos is not a known key; known are client-id, subscribe, url
            """)
    void whatIsWrongWithABrokerIsNamed(String broker, String problem) {
        assertRefused(
                Samples.MINIMAL + "ingest:\n  brokers:\n    - " + broker + "\n",
                "store.yaml:9: ingest.brokers[0]." + problem);
    }

    @Test
    void twoConnectionsToOneBrokerNeedTwoClientIds() {
        assertRefused(
                Samples.MINIMAL + """
                ingest:
                  brokers:
                    - { url: "mqtt://h", subscribe: [a] }
                    - { url: "mqtt://h", subscribe: [b] }
                """,
                "store.yaml:10: ingest.brokers[1].client-id must differ from that of the other connection to the same broker");
    }

    private static @Nullable MqttListener listener(String text, @Nullable Path folder) {
        var result = (LoadResult.Loaded)
                ConfigLoader.parse("store.yaml", Samples.MINIMAL + "ingest: {mqtt-listener: " + text + "}\n", folder);
        return result.config().ingest().mqttListener();
    }

    private static List<Broker> brokers(String broker) {
        return Samples.config(Samples.MINIMAL + "ingest: {brokers: [" + broker + "]}\n")
                .ingest()
                .brokers();
    }
}
