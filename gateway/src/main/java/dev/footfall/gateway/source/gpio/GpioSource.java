package dev.footfall.gateway.source.gpio;

import dev.footfall.gateway.intake.Intake;
import dev.footfall.gpio.LinePort;
import dev.footfall.store.StoreConfig.Sensor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** All beam sensors of a store. */
public final class GpioSource implements AutoCloseable {
    /** The driver of sensors on pins. */
    public static final String DRIVER = "gpio-beam";

    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final List<BeamWatch> watches;

    private GpioSource(List<BeamWatch> watches) {
        this.watches = watches;
    }

    /** Watches the lines of every sensor of ours; one whose lines cannot be had is tried again until it is closed. */
    public static GpioSource start(List<Sensor> sensors, LinePort port, Intake intake, InstantSource clock) {
        return start(sensors, port, intake, clock, TRY_AGAIN);
    }

    static GpioSource start(
            List<Sensor> sensors, LinePort port, Intake intake, InstantSource clock, Duration tryAgain) {
        List<BeamWatch> watches = sensors.stream()
                .filter(sensor -> sensor.driver().equals(DRIVER))
                .map(sensor ->
                        new BeamWatch(BeamLines.of(sensor), port, new EdgeIntake(sensor.id(), intake, clock), tryAgain))
                .toList();
        watches.forEach(BeamWatch::start);
        return new GpioSource(watches);
    }

    /** Sensors whose lines are being watched. */
    public long watching() {
        return watches.stream().filter(BeamWatch::isWatching).count();
    }

    @Override
    public void close() {
        watches.forEach(BeamWatch::close);
    }
}
