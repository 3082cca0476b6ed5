package dev.footfall.gateway.config;

import static dev.footfall.gateway.config.Samples.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.store.StoreConfig.Address;
import dev.footfall.store.StoreConfig.Journal;
import dev.footfall.store.StoreConfig.KeyRotation;
import dev.footfall.store.StoreConfig.Kiosk;
import dev.footfall.store.StoreConfig.Privacy;
import dev.footfall.store.StoreConfig.RelayKind;
import dev.footfall.store.StoreConfig.RelayTarget;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Privacy, relay, kiosk and journal. */
class OutwardSectionsTest {

    @Test
    void whatIsAbsentHasItsDefault() {
        var config = Samples.config(Samples.MINIMAL);
        assertThat(config.privacy()).isEqualTo(new Privacy(KeyRotation.DAILY, 10));
        assertThat(config.relay()).isEmpty();
        assertThat(config.kiosk()).isEqualTo(new Kiosk(new Address("127.0.0.1", 8080), List.of("en", "zh")));
        assertThat(config.journal()).isEqualTo(new Journal(35, 2L << 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"privacy: {}\nkiosk: {}\njournal: {}\nrelay: []\n", "privacy:\nkiosk:\njournal:\nrelay:\n"})
    void whatIsEmptyHasItsDefault(String sections) {
        assertThat(Samples.config(Samples.MINIMAL + sections)).isEqualTo(Samples.config(Samples.MINIMAL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            privacy: {small-cell-floor: 9}                | privacy.small-cell-floor [9] must be a whole number, 10 or more
            privacy: {key-rotation: never}                | privacy.key-rotation [never] must be daily
            privacy: {key_rotation: daily}                | privacy.key_rotation is not a known key; did you mean key-rotation?
            privacy: {returning-days: 15}                 | privacy.returning-days [15] must be a whole number from 0 to 14
            wifi: {inside-from-dbm: -10}                  | wifi.inside-from-dbm [-10] must be a whole number from -110 to -20
            wifi: {ignore-below-dbm: -60}                 | wifi.ignore-below-dbm [-60] must not be above inside-from-dbm, which is -70
            wifi: {visit-after: 15m}                      | wifi.visit-after [900s] must not be longer than engaged-after, which is 600s
            kiosk: {address: '8080'}                      | kiosk.address [8080] must be host:port, for example 127.0.0.1:1883 or [::1]:1883
            kiosk: {languages: [de]}                      | kiosk.languages[0] [de] must be en or zh
            kiosk: {languages: []}                        | kiosk.languages must list at least one language of en or zh
            kiosk: {languages: [en, en]}                  | kiosk.languages[1] [en] must be listed once
            kiosk: {address: '127.0.0.1:1883'}            | kiosk.address [127.0.0.1:1883] must be another address than that of ingest.mqtt-listener
            journal: {keep-days: 0}                       | journal.keep-days [0] must be a whole number from 1 to 3650
            journal: {max-bytes: lots}                    | journal.max-bytes [lots] must be a number of bytes like 500MB or 2GiB
            journal: {max-bytes: 1MiB}                    | journal.max-bytes [1MiB] must be 16MiB or more
            journal: {max-bytes: 999999999999TiB}         | journal.max-bytes [999999999999TiB] must be a number of bytes like 500MB or 2GiB
            relay: {kind: mqtt}                           | relay must be a list
            relay: [{url: 'mqtt://h'}]                    | relay[0].kind must be given, mqtt, https or kafka
            relay: [{kind: mqtt}]                         | relay[0].url must be given, where the measurements go
            relay: [{kind: amqp, url: 'amqp://h'}]        | relay[0].kind [amqp] must be mqtt, https or kafka
            relay: [{kind: mqtt, url: 'https://h'}]       | relay[0].url [https://h] must be a URL with scheme mqtt, mqtts, tcp, ssl, ws or wss and a host, for example mqtts://hq.example.net:8883
            relay: [{kind: https, url: 'http://h'}]       | relay[0].url [http://h] must be a URL with scheme https and a host, for example https://hq.example.net/footfall
            relay: [{kind: kafka, url: 'h:9092'}]         | relay[0].url [h:9092] must be a URL with scheme kafka or kafkas and a host, for example kafkas://hq.example.net:9093
            relay: [{kind: mqtt, url: 'mqtt://h', topic: 'a/#'}]        | relay[0].topic [a/#] must be an MQTT topic without wildcards; {store} stands for the store's id
            relay: [{kind: mqtt, url: 'mqtt://h', topic: 'a/{shop}'}]   | relay[0].topic [a/{shop}] must be an MQTT topic without wildcards; {store} stands for the store's id
            relay: [{kind: kafka, url: 'kafka://h:9092', topic: 'a/b'}] | relay[0].topic [a/b] must be 1 to 249 letters, digits, dots, dashes or underscores; {store} stands for the store's id
            relay: [{kind: mqtt, url: 'mqtt://token@h'}]  | relay[0].url [mqtt://***@h] must not hold credentials; give them through the environment or systemd credentials (docs/configuration.md)
            relay: [{kind: mqtt, url: 'mqtt://h'}, {kind: mqtt, url: 'mqtt://h'}] | relay[1] names the same target as an earlier entry; remove one
            relay: [{kind: mqtt, url: 'mqtt://h', password: x}] | relay[0].password is not a known key; known are kind, topic, url
            alerts: {webhooks: [{kind: slack}]}           | alerts.webhooks[0].id must be given, a name for it, for example floor
            alerts: {webhooks: [{id: a, kind: json}]}     | alerts.webhooks[0].url must be given, where the messages go
            alerts: {webhooks: [{id: a, kind: mail}]}     | alerts.webhooks[0].kind [mail] must be slack, wecom, dingtalk or json
            alerts: {webhooks: [{id: a, kind: slack, url: 'http://h/x'}]} | alerts.webhooks[0].url [http://h/x] must be a URL with scheme https and a host, for example https://hooks.example.net/footfall
            alerts: {webhooks: [{id: a, kind: wecom, language: de}]}      | alerts.webhooks[0].language [de] must be en or zh
            alerts: {webhooks: [{id: a, kind: slack}, {id: a, kind: wecom}]} | alerts.webhooks[1].id [a] is the id of an earlier webhook; give each its own
            alerts: {webhooks: [{id: a, kind: dingtalk, secret: x}]}      | alerts.webhooks[0].secret is not a known key; known are id, kind, language, max-age, url
            """)
    void whatIsWrongIsNamed(String section, String problem) {
        assertRefused(Samples.MINIMAL + section + "\n", "store.yaml:7: " + problem);
    }

    @Test
    void aWebhookIsReadThoughTheKioskHasNoLanguage() {
        assertRefused(
                Samples.MINIMAL + "alerts: {webhooks: [{id: a, kind: slack}]}\nkiosk: {languages: []}\n",
                "store.yaml:8: kiosk.languages must list at least one language of en or zh");
    }

    @Test
    void relaysToMqttAreActiveAndOthersAreNamed() {
        var loaded = Samples.loaded(Samples.STORE + """
                sensors: []
                relay:
                  - { kind: mqtt, url: "mqtts://hq.example.net:8883" }
                  - { kind: https, url: "https://hq.example.net/in" }
                  - { kind: https, url: "http://127.0.0.1:9000/in" }
                  - { kind: kafka, url: "kafka://hq.example.net:9092" }
                """);
        assertThat(loaded.config().relay().getFirst())
                .isEqualTo(new RelayTarget(
                        RelayKind.MQTT, URI.create("mqtts://hq.example.net:8883"), "footfall/v1/{store}/measurements"));
        assertThat(loaded.notActive())
                .extracting(Notice::toString)
                .contains("relay[1] kind https: not yet active", "relay[3] kind kafka: not yet active")
                .doesNotContain("relay[0] kind mqtt: not yet active");
    }

    @ParameterizedTest
    @CsvSource({"16MiB,16777216", "500MB,500000000", "2GiB,2147483648", "1 TB,1000000000000", "20000000,20000000"})
    void theByteBudgetHasUnits(String text, long bytes) {
        assertThat(Samples.config(Samples.MINIMAL + "journal: {max-bytes: " + text + "}\n")
                        .journal()
                        .maxBytes())
                .isEqualTo(bytes);
    }

    @Test
    void portZeroIsAnyPortForBoth() {
        var config = Samples.config(Samples.MINIMAL
                + "ingest: {mqtt-listener: {address: '127.0.0.1:0'}}\nkiosk: {address: '127.0.0.1:0'}\n");
        assertThat(config.kiosk().address().port()).isZero();
    }

    @Test
    void theKioskMayBeOnTheNetworkAndInOneLanguage() {
        var kiosk = Samples.config(Samples.MINIMAL + "kiosk: {address: '0.0.0.0:80', languages: [zh]}\n")
                .kiosk();
        assertThat(kiosk).isEqualTo(new Kiosk(new Address("0.0.0.0", 80), List.of("zh")));
    }
}
