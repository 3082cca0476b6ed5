package dev.footfall.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Address;
import dev.footfall.store.StoreConfig.Alerts;
import dev.footfall.store.StoreConfig.Broker;
import dev.footfall.store.StoreConfig.CarPark;
import dev.footfall.store.StoreConfig.CountBasis;
import dev.footfall.store.StoreConfig.Entrance;
import dev.footfall.store.StoreConfig.FloorPlan;
import dev.footfall.store.StoreConfig.Ingest;
import dev.footfall.store.StoreConfig.Journal;
import dev.footfall.store.StoreConfig.KeyRotation;
import dev.footfall.store.StoreConfig.Kiosk;
import dev.footfall.store.StoreConfig.Line;
import dev.footfall.store.StoreConfig.Match;
import dev.footfall.store.StoreConfig.MqttListener;
import dev.footfall.store.StoreConfig.Overnight;
import dev.footfall.store.StoreConfig.Point;
import dev.footfall.store.StoreConfig.Privacy;
import dev.footfall.store.StoreConfig.RelayKind;
import dev.footfall.store.StoreConfig.RelayTarget;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.store.StoreConfig.Webhook;
import dev.footfall.store.StoreConfig.WebhookKind;
import dev.footfall.store.StoreConfig.Zone;
import dev.footfall.store.StoreConfig.ZoneKind;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code config/full/store.yaml}, where every key has a value of its own. */
class FullMappingTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration FIVE = Duration.ofMinutes(5);

    private final String text = Samples.text("full");
    private final StoreConfig config = Samples.config(text);

    @Test
    void theTextIsKeptAsRead() {
        assertThat(Samples.loaded(text).text()).isEqualTo(text);
    }

    @Test
    void theStoreIsRead() {
        var store = config.store();
        assertThat(store.id()).isEqualTo("sh-0042");
        assertThat(store.name()).isEqualTo("Nanjing Road");
        assertThat(store.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(store.businessDayStart()).isEqualTo(LocalTime.of(4, 0));
        assertThat(store.floorAreaM2()).isEqualTo(820.0);
        assertThat(store.capacity()).isEqualTo(120);
        assertThat(store.currency()).isEqualTo("CNY");
        assertThat(store.hours().weekly()).containsOnlyKeys(DayOfWeek.values());
        assertThat(store.hours().exceptions()).containsOnlyKeys(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 2, 17));
    }

    @Test
    void theFloorIsRead() {
        assertThat(config.floorPlan()).isEqualTo(new FloorPlan("floor.svg", 40, 25));
        assertThat(config.entrances())
                .containsExactly(
                        new Entrance("main", "Main door", 2.4, CountBasis.IN),
                        new Entrance("mall", "Mall side", 1.8, CountBasis.MEAN));
        assertThat(config.zones())
                .containsExactly(
                        new Zone(
                                "fitting",
                                "Fitting rooms",
                                ZoneKind.DISPLAY,
                                List.of(new Point(0, 0), new Point(8, 0), new Point(8, 6), new Point(0, 6)),
                                Duration.ofSeconds(10)),
                        new Zone(
                                "checkout",
                                "Checkout",
                                ZoneKind.QUEUE,
                                List.of(new Point(30, 0), new Point(40, 0), new Point(40, 8), new Point(30, 8)),
                                Duration.ofSeconds(10)));
        assertThat(config.lines())
                .containsExactly(
                        new Line("mid-aisle", new Point(20, 0), new Point(20, 25), null),
                        new Line("mall-threshold", new Point(40, 16.6), new Point(40, 18.4), "mall"));
        assertThat(config.carParks()).containsExactly(new CarPark("p1", 60, Overnight.EMPTY));
    }

    @Test
    void theSensorsAreRead() {
        assertThat(config.sensors()).hasSize(6);
        assertThat(config.sensor(new SensorId("door-1")))
                .contains(new Sensor(
                        new SensorId("door-1"),
                        "gpio-beam",
                        "main",
                        null,
                        Match.ANY,
                        Map.of(),
                        null,
                        Map.of("chip", "gpiochip0", "outer", "17", "inner", "27", "active", "low", "debounce", "25ms"),
                        QUARTER,
                        FIVE));
        assertThat(config.sensor(new SensorId("door-2")))
                .contains(new Sensor(
                        new SensorId("door-2"),
                        "milesight-ip",
                        "mall",
                        null,
                        new Match("em/+/status", "6757C4120417", null),
                        Map.of(),
                        null,
                        Map.of("expect-every", "5m", "max-skew", "2m", "invert", "false", "staff-lines", "staff door"),
                        FIVE,
                        Duration.ofMinutes(2)));
        assertThat(config.sensor(new SensorId("cam-1")).orElseThrow().zones())
                .containsExactly(Map.entry("frigate_fitting", "fitting"));
        assertThat(config.sensor(new SensorId("ap-1")).orElseThrow().positionM())
                .isEqualTo(new Point(20, 12));
        assertThat(config.sensor(new SensorId("native-1")).orElseThrow().options())
                .containsExactly(Map.entry("role", "primary"));
        Sensor gate = config.sensor(new SensorId("gate-1")).orElseThrow();
        assertThat(gate.carPark()).isEqualTo("p1");
        assertThat(gate.match()).isEqualTo(new Match(null, null, "/ingest/hikvision-anpr/gate-1"));
    }

    @Test
    void theRestIsRead() {
        assertThat(config.ingest())
                .isEqualTo(new Ingest(
                        new MqttListener(new Address("127.0.0.1", 1883), null, null),
                        List.of(new Broker(
                                URI.create("mqtt://127.0.0.1:1884"),
                                "footfall-sh-0042",
                                List.of("zigbee2mqtt/#", "application/+/device/+/event/up")))));
        assertThat(config.privacy()).isEqualTo(new Privacy(KeyRotation.DAILY, 10, 14));
        assertThat(config.relay())
                .containsExactly(new RelayTarget(
                        RelayKind.MQTT, URI.create("mqtts://hq.example.net:8883"), "footfall/v1/{store}/measurements"));
        assertThat(config.kiosk()).isEqualTo(new Kiosk(new Address("127.0.0.1", 8080), List.of("en", "zh")));
        assertThat(config.journal()).isEqualTo(new Journal(35, 2L << 30));
        assertThat(config.alerts())
                .isEqualTo(new Alerts(
                        URI.create("https://kiosk.example.net/"),
                        List.of(
                                new Webhook(
                                        "floor",
                                        WebhookKind.WECOM,
                                        URI.create("https://qyapi.weixin.qq.com/cgi-bin/webhook/send"),
                                        "zh",
                                        Duration.ofHours(12)),
                                new Webhook(
                                        "on-call",
                                        WebhookKind.JSON,
                                        URI.create("https://hooks.example.net/footfall"),
                                        "en",
                                        Duration.ofHours(24)))));
    }
}
