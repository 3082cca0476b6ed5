package dev.footfall.gateway.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.audit.ManualCount;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall audit}: a door's sensor against a count by hand; works beside a running gateway. */
@Command(
        name = "audit",
        description = {
            "Compares a door's sensor with a count by hand: bias, its 90 %% interval, and how many more people to"
                    + " count.",
            "Count whole quarters of an hour, for example from 10:00 to 10:45."
        })
public final class AuditCommand implements Callable<Integer> {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
    private static final double PERCENT = 100;

    private enum Direction {
        in,
        out
    }

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "The data folder of a gateway or replay.")
    private Path data = Path.of("");

    @Option(names = "--entrance", paramLabel = "ID", description = "The entrance (default: all of the store's).")
    private @Nullable String entrance;

    @Option(
            names = "--from",
            paramLabel = "T",
            required = true,
            converter = ReportCommand.Moment.class,
            description = "When counting began, RFC 3339.")
    private Instant from = Instant.EPOCH;

    @Option(
            names = "--to",
            paramLabel = "T",
            required = true,
            converter = ReportCommand.Moment.class,
            description = "When it ended, RFC 3339.")
    private Instant to = Instant.EPOCH;

    @Option(names = "--counted", paramLabel = "N", required = true, description = "People counted by hand.")
    private long counted;

    @Option(
            names = "--direction",
            defaultValue = "in",
            description = "Which way they went: in or out (default ${DEFAULT-VALUE}).")
    private Direction direction = Direction.in;

    @Option(
            names = "--within",
            paramLabel = "PERCENT",
            defaultValue = "3",
            description = "How exactly to know the bias (default ${DEFAULT-VALUE}).")
    private double percent;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        String wrong = wrongUsage();
        if (wrong != null) {
            err.println(wrong);
            return 2;
        }
        try (JournalReader reader = JournalReader.open(data)) {
            List<Measurement> rows = rows(reader, List.of(scope()), List.of(Grain.QUARTER), new Window(from, to));
            if (rows.isEmpty()
                    && rows(reader, List.of(scope()), List.of(), EVER).isEmpty()) {
                err.println(noRows(reader));
                return 1;
            }
            Double sensor = sensor(rows);
            print(sensor, new ManualCount(sensor, counted).within(percent / PERCENT), silence(rows));
            return 0;
        } catch (JournalProblem e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private @Nullable String wrongUsage() {
        if (!to.isAfter(from)) {
            return "--to [" + to + "] must be after --from [" + from + "].";
        }
        if (!isQuarter(from) || !isQuarter(to)) {
            return "--from [" + from + "] and --to [" + to
                    + "] must be full quarters of an hour, for example 10:00 and 10:45: sensors are kept by the"
                    + " quarter.";
        }
        if (counted < 0) {
            return "--counted [" + counted + "] must not be negative.";
        }
        if (!(percent > 0 && percent < PERCENT)) {
            return "--within [" + percent + "] must be above 0 and below 100 percent.";
        }
        return entrance != null && Scope.parse("entrance:" + entrance).isEmpty()
                ? "--entrance [" + entrance + "] must be an entrance's id."
                : null;
    }

    private static boolean isQuarter(Instant at) {
        return at.getNano() == 0 && Math.floorMod(at.getEpochSecond(), QUARTER.toSeconds()) == 0;
    }

    private Scope scope() {
        return entrance == null ? Scope.STORE : new Scope.Entrance(entrance);
    }

    private List<Measurement> rows(JournalReader reader, List<Scope> scopes, List<Grain> grains, Window window) {
        Metric metric = direction == Direction.in ? Metric.ENTRIES : Metric.EXITS;
        return reader.measurements(new MeasurementQuery(List.of(metric), scopes, grains, window));
    }

    private String noRows(JournalReader reader) {
        String known = rows(reader, List.of(), List.of(Grain.DAY), EVER).stream()
                .map(row -> row.scope().wireName())
                .distinct()
                .collect(Collectors.joining(", "));
        return "nobody was ever counted at [" + scope().wireName() + "]; "
                + (known.isEmpty() ? "there is no count in [" + data + "]" : "known are " + known);
    }

    /** Who was silent while the people were counted by hand; null if nobody was. */
    private static @Nullable String silence(List<Measurement> rows) {
        String reasons = rows.stream()
                .filter(row -> row.state() == State.DEGRADED)
                .map(row -> String.valueOf(row.reason()))
                .distinct()
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? null : reasons;
    }

    /** What the sensor counted, null if any quarter of it is unknown. */
    private @Nullable Double sensor(List<Measurement> rows) {
        long quarters = Duration.between(from, to).dividedBy(QUARTER);
        if (rows.size() != quarters) {
            return null;
        }
        double sum = 0;
        for (Measurement row : rows) {
            Double value = row.value();
            if (value == null) {
                return null;
            }
            sum += value;
        }
        return sum;
    }

    private void print(@Nullable Double sensor, ManualCount.Verdict verdict, @Nullable String silence)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("scope", scope().wireName());
            json.writeStringField("direction", direction.name());
            json.writeStringField("start", from.toString());
            json.writeStringField("end", to.toString());
            number(json, "sensor", sensor);
            json.writeNumberField("manual", counted);
            number(json, "bias", verdict.bias());
            number(json, "low", verdict.low());
            number(json, "high", verdict.high());
            json.writeNumberField("within", percent / PERCENT);
            Long more = verdict.more();
            number(json, "count_more", more == null ? null : Double.valueOf(more));
            json.writeStringField(
                    "says",
                    silence == null || sensor == null
                            ? sentence(verdict)
                            : sentence(verdict) + "; not all of this time was watched: " + silence);
            json.writeEndObject();
        }
        out.println();
        out.flush();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else if (value == Math.rint(value)) {
            json.writeNumber(value.longValue());
        } else {
            json.writeNumber(Math.round(value * 10_000) / 10_000.0);
        }
    }

    private String sentence(ManualCount.Verdict verdict) {
        Double bias = verdict.bias();
        Double low = verdict.low();
        Double high = verdict.high();
        Long more = verdict.more();
        if (bias == null || low == null || high == null || more == null) {
            return String.valueOf(verdict.reason());
        }
        String known = String.format(
                Locale.ROOT,
                "the sensor counts %+.1f %% (90 %%: %+.1f to %+.1f %%)",
                PERCENT * bias,
                PERCENT * low,
                PERCENT * high);
        return more == 0
                ? known + String.format(Locale.ROOT, "; that is known to within %.1f %%", percent)
                : known
                        + String.format(
                                Locale.ROOT, "; count %,d more people to know it to within %.1f %%", more, percent);
    }
}
