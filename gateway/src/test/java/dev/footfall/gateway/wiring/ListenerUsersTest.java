package dev.footfall.gateway.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.footfall.gateway.source.mqtt.Credentials;
import dev.footfall.store.StoreConfig.Address;
import dev.footfall.store.StoreConfig.MqttListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users of the MQTT endpoint, spoken to with a real {@code mosquitto_pub}. */
class ListenerUsersTest {
    private static final String STORE = """
            store: { id: wire, time-zone: Asia/Shanghai }
            entrances: [{ id: main }]
            sensors:
              - { id: door, driver: native, entrance: main }
              - { id: side, driver: native, entrance: main }
            ingest: { mqtt-listener: { address: "127.0.0.1:0", users: users.yaml } }
            kiosk: { address: "127.0.0.1:0" }
            """;
    private static final String DOOR = "footfall/in/door";
    private static final byte[] ONE_IN = "{\"type\":\"crossing\",\"in\":1,\"out\":0}".getBytes(UTF_8);

    @TempDir
    Path folder;

    private RunningGateway gateway;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        String hash = BCrypt.with(BCrypt.Version.VERSION_2Y).hashToString(6, "s3cret".toCharArray());
        Files.writeString(
                Files.createDirectories(folder.resolve("config")).resolve("users.yaml"),
                "- { name: door, password-hash: \"" + hash + "\", topics: [\"" + DOOR + "\"] }\n");
        gateway = new RunningGateway(folder, STORE);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void onlyTheRightPasswordMayConnect() throws Exception {
        gateway.mosquittoPub(DOOR, ONE_IN, "-q", "1", "-u", "door", "-P", "s3cret");
        for (String version : new String[] {"mqttv311", "mqttv5"}) {
            assertRefused(DOOR, "-V", version, "-u", "door", "-P", "secret");
            assertRefused(DOOR, "-V", version, "-u", "side", "-P", "s3cret");
            assertRefused(DOOR, "-V", version, "-u", "door");
            assertRefused(DOOR, "-V", version);
        }
        gateway.mosquittoPub(DOOR, ONE_IN, "-q", "2", "-V", "mqttv5", "-u", "door", "-P", "s3cret");
        gateway.awaitToday("footfall", "store", 2);
        assertThat(gateway.ledger("mqtt-listener", "received")).isEqualTo(2);
    }

    @Test
    void aUserMayPublishToTheirTopicsOnly() throws Exception {
        assertRefused("footfall/in/side", "-q", "1", "-u", "door", "-P", "s3cret");
        gateway.mosquittoPub(DOOR, ONE_IN, "-q", "1", "-u", "door", "-P", "s3cret");
        gateway.awaitToday("footfall", "store", 1);
        assertThat(gateway.ledger("mqtt-listener", "received")).isEqualTo(1);
    }

    @Test
    void withoutUsersEverybodyOnThisMachineMayPublish() {
        MqttListener open = new MqttListener(new Address("127.0.0.1", 0), null, null);
        assertThat(ListenerUsers.load(open, folder)).isSameAs(Credentials.OPEN);
    }

    @Test
    void aFileThatChangedAfterItWasCheckedStopsTheStart() throws Exception {
        Files.writeString(folder.resolve("users.yaml"), "- { name: door }\n");
        MqttListener listening = new MqttListener(new Address("127.0.0.1", 0), null, "users.yaml");
        assertThatThrownBy(() -> ListenerUsers.load(listening, folder))
                .isInstanceOf(StartProblem.class)
                .hasMessageStartingWith(
                        "users.yaml:1: users[0].password-hash must be given, as made by htpasswd -nBC 10 NAME");
    }

    private void assertRefused(String topic, String... options) {
        assertThatThrownBy(() -> gateway.mosquittoPub(topic, ONE_IN, options))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("mosquitto_pub: ");
    }
}
