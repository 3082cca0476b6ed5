package dev.footfall.gateway.cli.simulation;

import dev.footfall.observation.SensorId;
import dev.footfall.simulator.device.Faults;
import dev.footfall.time.Window;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The faults to simulate, as options. */
final class FaultOptions {
    @Option(
            names = "--miss-in",
            paramLabel = "SHARE",
            description = "Share of people and vehicles inward that doors and gates do not see.")
    private double missIn;

    @Option(
            names = "--miss-out",
            paramLabel = "SHARE",
            description = "Share of people and vehicles outward that doors and gates do not see.")
    private double missOut;

    @Option(names = "--twice", paramLabel = "SHARE", description = "Share of people whom doors count twice.")
    private double twice;

    @Option(names = "--duplicates", paramLabel = "SHARE", description = "Share of MQTT messages delivered twice.")
    private double duplicates;

    @Option(
            names = "--dead",
            paramLabel = "SENSOR=START/END",
            converter = DeadSpanForm.class,
            description = "A sensor without power between two instants; may be repeated.")
    private List<Faults.DeadSpan> dead = new ArrayList<>();

    @Option(
            names = "--frozen-clock",
            paramLabel = "SENSOR=SINCE",
            converter = FrozenClockForm.class,
            description = "A sensor whose clock stands still from an instant on; may be repeated.")
    private List<Faults.FrozenClock> frozen = new ArrayList<>();

    @Option(
            names = "--jumped-clock",
            paramLabel = "SENSOR=SINCE/BY",
            converter = JumpedClockForm.class,
            description = {
                "A sensor whose clock is off by an ISO 8601 duration from an instant on; may be repeated.",
                "One that was never set: --jumped-clock door-1=2026-01-05T00:00:00Z/-P20458D"
            })
    private List<Faults.JumpedClock> jumped = new ArrayList<>();

    /** One sentence if a share is impossible, else null. */
    @Nullable
    String wrongUsage() {
        try {
            faults();
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage() + ".";
        }
    }

    Faults faults() {
        return new Faults(missIn, missOut, twice, duplicates, dead, frozen, jumped);
    }

    /** The sensors that faults are asked for. */
    List<SensorId> sensors() {
        List<SensorId> sensors = new ArrayList<>();
        dead.forEach(span -> sensors.add(span.sensor()));
        frozen.forEach(clock -> sensors.add(clock.sensor()));
        jumped.forEach(clock -> sensors.add(clock.sensor()));
        return sensors;
    }

    private static final class DeadSpanForm implements ITypeConverter<Faults.DeadSpan> {
        @Override
        public Faults.DeadSpan convert(String text) {
            String[] parts = text.split("[=/]", -1);
            if (parts.length != 3) {
                throw new TypeConversionException("[" + text + "] must be SENSOR=START/END, for example"
                        + " door-1=2026-01-05T10:00:00Z/2026-01-05T12:00:00Z");
            }
            try {
                return new Faults.DeadSpan(new SensorId(parts[0]), new Window(instant(parts[1]), instant(parts[2])));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    private static final class FrozenClockForm implements ITypeConverter<Faults.FrozenClock> {
        @Override
        public Faults.FrozenClock convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new TypeConversionException(
                        "[" + text + "] must be SENSOR=SINCE, for example door-1=2026-01-05T10:00:00Z");
            }
            try {
                return new Faults.FrozenClock(
                        new SensorId(text.substring(0, equals)), instant(text.substring(equals + 1)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    private static final class JumpedClockForm implements ITypeConverter<Faults.JumpedClock> {
        @Override
        public Faults.JumpedClock convert(String text) {
            String[] parts = text.split("[=/]", -1);
            if (parts.length != 3) {
                throw new TypeConversionException(
                        "[" + text + "] must be SENSOR=SINCE/BY, for example door-1=2026-01-05T10:00:00Z/PT2H");
            }
            try {
                return new Faults.JumpedClock(new SensorId(parts[0]), instant(parts[1]), Duration.parse(parts[2]));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new TypeConversionException("[" + parts[2]
                        + "] must be a duration such as PT2H or -P20458D, after a" + " sensor's id and an instant");
            }
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("[" + text + "] must be an instant, for example 2026-01-05T10:00:00Z");
        }
    }
}
