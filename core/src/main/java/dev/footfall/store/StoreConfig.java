// long because: it is the whole tree of the configuration, whose records are read beside each other
package dev.footfall.store;

import dev.footfall.observation.SensorId;
import dev.footfall.time.OpeningHours;
import dev.footfall.time.StoreCalendar;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole configuration of a store, as loaded and found valid. The shape is that of {@code config/example/store.yaml};
 * absent parts are empty lists or nulls, absent options their defaults.
 */
public record StoreConfig(
        Store store,
        @Nullable FloorPlan floorPlan,
        List<Entrance> entrances,
        List<Zone> zones,
        List<Line> lines,
        List<CarPark> carParks,
        List<Sensor> sensors,
        Ingest ingest,
        Privacy privacy,
        List<RelayTarget> relay,
        Kiosk kiosk,
        Journal journal,
        Alerts alerts,
        Wifi wifi) {

    /** A store that tells its exceptions to nobody, with the usual bands of signal strength. */
    public StoreConfig(
            Store store,
            @Nullable FloorPlan floorPlan,
            List<Entrance> entrances,
            List<Zone> zones,
            List<Line> lines,
            List<CarPark> carParks,
            List<Sensor> sensors,
            Ingest ingest,
            Privacy privacy,
            List<RelayTarget> relay,
            Kiosk kiosk,
            Journal journal) {
        this(
                store,
                floorPlan,
                entrances,
                zones,
                lines,
                carParks,
                sensors,
                ingest,
                privacy,
                relay,
                kiosk,
                journal,
                Alerts.NONE,
                Wifi.BY_DEFAULT);
    }

    public StoreConfig {
        entrances = List.copyOf(entrances);
        zones = List.copyOf(zones);
        lines = List.copyOf(lines);
        carParks = List.copyOf(carParks);
        sensors = List.copyOf(sensors);
        relay = List.copyOf(relay);
    }

    /**
     * This store with what may change while it runs taken from another reading of its file: capacity, hours, floor plan, zones,
     * lines and the sensors' places. What needs a restart stays as it is.
     */
    public StoreConfig takingOver(StoreConfig changed) {
        Store taken = new Store(
                store.id(),
                store.name(),
                store.timeZone(),
                store.businessDayStart(),
                store.floorAreaM2(),
                changed.store().capacity(),
                store.currency(),
                changed.store().hours());
        List<Sensor> placed = sensors.stream()
                .map(sensor -> changed.sensor(sensor.id())
                        .map(other -> sensor.at(other.positionM()))
                        .orElse(sensor))
                .toList();
        return new StoreConfig(
                taken,
                changed.floorPlan(),
                entrances,
                changed.zones(),
                changed.lines(),
                carParks,
                placed,
                ingest,
                privacy,
                relay,
                kiosk,
                journal,
                alerts,
                wifi);
    }

    public StoreCalendar calendar() {
        return new StoreCalendar(store.timeZone(), store.businessDayStart(), store.hours());
    }

    public Optional<Sensor> sensor(SensorId id) {
        return sensors.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** @param floorAreaM2 sales floor in square metres, or null; @param capacity people, or null for no limit */
    public record Store(
            String id,
            String name,
            ZoneId timeZone,
            LocalTime businessDayStart,
            @Nullable Double floorAreaM2,
            @Nullable Integer capacity,
            @Nullable String currency,
            OpeningHours hours) {}

    public record FloorPlan(@Nullable String image, double widthM, double heightM) {}

    /** Which crossings make an entrance's footfall. */
    public enum CountBasis {
        IN,
        OUT,
        MEAN
    }

    public record Entrance(String id, String name, double widthM, CountBasis countBasis) {}

    public enum ZoneKind {
        DISPLAY,
        QUEUE,
        STAFF,
        OUTSIDE
    }

    /** A point on the floor plan, metres from its top left corner. */
    public record Point(double x, double y) {}

    public record Zone(String id, String name, ZoneKind kind, List<Point> polygon, Duration engagedAfter) {
        public Zone {
            polygon = List.copyOf(polygon);
        }
    }

    /** A directed line; with an entrance it is a perimeter line whose forward direction counts in. */
    public record Line(
            String id, Point from, Point to, @Nullable String entrance) {}

    /** Whether vehicles stay in a car park when the business day changes. */
    public enum Overnight {
        EMPTY,
        KEPT
    }

    public record CarPark(String id, @Nullable Integer bays, Overnight overnight) {
        public CarPark(String id, @Nullable Integer bays) {
            this(id, bays, Overnight.KEPT);
        }
    }

    /**
     * One sensor.
     *
     * @param driver name in the driver catalogue
     * @param match how its messages are told from others'
     * @param zones the device's names for zones → ours
     * @param options driver options as written, scalars as text
     * @param expectEvery how often to expect a message of any kind
     * @param maxSkew how far ahead of arrival the device's clock may be
     */
    public record Sensor(
            SensorId id,
            String driver,
            @Nullable String entrance,
            @Nullable String carPark,
            Match match,
            Map<String, String> zones,
            @Nullable Point positionM,
            Map<String, String> options,
            Duration expectEvery,
            Duration maxSkew) {
        public Sensor {
            zones = Map.copyOf(zones);
            options = Map.copyOf(options);
        }

        /** The same sensor in another place; null for a place that is not known. */
        public Sensor at(@Nullable Point place) {
            return new Sensor(id, driver, entrance, carPark, match, zones, place, options, expectEvery, maxSkew);
        }
    }

    /** @param topic MQTT topic filter; @param device the device's own id; @param path HTTP path. Null means any. */
    public record Match(
            @Nullable String topic,
            @Nullable String device,
            @Nullable String path) {
        public static final Match ANY = new Match(null, null, null);
    }

    public record Ingest(@Nullable MqttListener mqttListener, List<Broker> brokers) {
        public Ingest {
            brokers = List.copyOf(brokers);
        }
    }

    public record Address(String host, int port) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    public record MqttListener(
            Address address, @Nullable Tls tls, @Nullable String users) {}

    public record Tls(
            String certificate, String key, @Nullable String clientCa) {}

    public record Broker(URI url, String clientId, List<String> subscribe) {
        public Broker {
            subscribe = List.copyOf(subscribe);
        }
    }

    public enum KeyRotation {
        DAILY
    }

    /** @param returningDays for how many days those are remembered who consented to it; 0 for nobody */
    public record Privacy(KeyRotation keyRotation, int smallCellFloor, int returningDays) {
        /** Nobody is remembered. */
        public Privacy(KeyRotation keyRotation, int smallCellFloor) {
            this(keyRotation, smallCellFloor, 0);
        }
    }

    /**
     * What a radio device's signal and stay are taken to mean at this site.
     *
     * @param ignoreBelowDbm weaker signals change nothing
     * @param insideFromDbm who is heard at least once this strongly was inside
     * @param visitAfter shorter stays inside bounced
     * @param engagedAfter so long a stay is more than a look
     * @param survey what the receivers heard of a device in known zones; null if nobody carried one through them
     */
    public record Wifi(
            int ignoreBelowDbm,
            int insideFromDbm,
            Duration visitAfter,
            Duration engagedAfter,
            @Nullable Survey survey) {
        public static final Wifi BY_DEFAULT = new Wifi(-85, -70, Duration.ofMinutes(2), Duration.ofMinutes(10));

        public Wifi(int ignoreBelowDbm, int insideFromDbm, Duration visitAfter, Duration engagedAfter) {
            this(ignoreBelowDbm, insideFromDbm, visitAfter, engagedAfter, null);
        }

        public Wifi {
            if (ignoreBelowDbm > insideFromDbm || visitAfter.compareTo(engagedAfter) > 0) {
                throw new IllegalArgumentException("signals that are ignored must be weaker than those inside ["
                        + ignoreBelowDbm + ", " + insideFromDbm + "] and a visit shorter than engagement ["
                        + visitAfter + ", " + engagedAfter + "]");
            }
        }
    }

    public enum RelayKind {
        MQTT,
        HTTPS,
        KAFKA
    }

    public record RelayTarget(RelayKind kind, URI url, String topic) {}

    /** @param users file of those who may log in, beside the configuration; null for nobody */
    public record Kiosk(
            Address address,
            List<String> languages,
            @Nullable String users) {
        public Kiosk {
            languages = List.copyOf(languages);
        }

        /** Where nobody has a PIN. */
        public Kiosk(Address address, List<String> languages) {
            this(address, languages, null);
        }
    }

    /** How long raw observations are kept, whichever limit comes first. */
    public record Journal(int keepDays, long maxBytes) {}

    /** How a webhook wants its messages. */
    public enum WebhookKind {
        SLACK,
        WECOM,
        DINGTALK,
        JSON
    }

    /**
     * Where exceptions are told.
     *
     * @param id names its credentials and its place in the journal
     * @param url without anything secret
     * @param language of the sentences
     * @param maxAge what is older when its turn comes is left out, and how much was is said
     */
    public record Webhook(String id, WebhookKind kind, URI url, String language, Duration maxAge) {}

    /** @param link the kiosk's address as those who are told can open it, or null */
    public record Alerts(@Nullable URI link, List<Webhook> webhooks) {
        public static final Alerts NONE = new Alerts(null, List.of());

        public Alerts {
            webhooks = List.copyOf(webhooks);
        }
    }
}
