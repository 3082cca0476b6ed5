package dev.footfall.gateway.cli.simulation;

import dev.footfall.simulator.SimulatedStore;
import dev.footfall.simulator.visit.TrafficProfile;
import dev.footfall.simulator.visit.TrafficProfile.Curve;
import dev.footfall.simulator.visit.TrafficProfile.Peak;
import dev.footfall.store.StoreConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * The store of the demo. Whenever it is looked at it is busy: the second of its two daily peaks lies an hour after the
 * time of day it was made for, and it is open all but one hour of the day.
 */
final class DemoStore {
    private static final LocalTime NORMAL_DAY_START = LocalTime.of(4, 0);
    private static final LocalTime NIGHT_DAY_START = LocalTime.of(16, 0);
    private static final int MORNING = 8;
    private static final double ARRIVALS_PER_HOUR = 260;

    static final String PEOPLE = "people.yaml";

    private DemoStore() {}

    /** Its {@code store.yaml}: so many hours of today behind us, whatever the time; the kiosk and MQTT on loopback. */
    static String yaml(ZoneId zone, LocalTime now, int kioskPort, int mqttPort) {
        LocalTime dayStart = now.getHour() >= MORNING ? NORMAL_DAY_START : NIGHT_DAY_START;
        return resource("store.yaml")
                .replace("{zone}", zone.getId())
                .replace("{day-start}", dayStart.toString())
                .replace("{open}", dayStart.plusMinutes(30).toString())
                .replace("{close}", dayStart.minusMinutes(30).toString())
                .replace("{kiosk-port}", Integer.toString(kioskPort))
                .replace("{mqtt-port}", Integer.toString(mqttPort));
    }

    /** Who may log in at its kiosk: {@code people.yaml}. */
    static String people() {
        return resource(PEOPLE);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(DemoStore.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }

    /** The store with its traffic: some five to eight people a minute around the given time of day. */
    static SimulatedStore simulated(StoreConfig config, LocalTime now) {
        double hour = now.toSecondOfDay() / 3600.0;
        Curve curve =
                new Curve(0.5, List.of(new Peak((hour + 18) % 24, 1.4, 0.9), new Peak((hour + 1) % 24, 3.0, 1.4)));
        TrafficProfile shop = TrafficProfile.shop(ARRIVALS_PER_HOUR);
        return new SimulatedStore(
                config,
                new TrafficProfile(
                        ARRIVALS_PER_HOUR,
                        curve,
                        curve,
                        List.of(0.94, 0.95, 0.97, 1.0, 1.05, 1.08, 1.01),
                        shop.dayToDay(),
                        shop.meanBrowse(),
                        shop.buyers(),
                        shop.meanService()));
    }
}
