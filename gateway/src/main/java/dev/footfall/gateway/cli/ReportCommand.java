package dev.footfall.gateway.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.gateway.api.MeasurementCsv;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.journal.JournalProblem;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.relay.wire.MeasurementJson;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code footfall report}: measurements of a data folder; works beside a running gateway. */
@Command(
        name = "report",
        description = "Prints measurements: the latest revision of each row, by metric, scope and start.")
public final class ReportCommand implements Callable<Integer> {
    private enum Format {
        json,
        csv
    }

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "The data folder of a gateway or replay.")
    private Path data = Path.of("");

    @Option(
            names = "--metric",
            paramLabel = "M",
            split = ",",
            converter = MetricName.class,
            description = "Only these metrics.")
    private List<Metric> metrics = List.of();

    @Option(
            names = "--scope",
            paramLabel = "S",
            split = ",",
            converter = ScopeName.class,
            description = "Only these scopes, for example store or entrance:main.")
    private List<Scope> scopes = List.of();

    @Option(
            names = "--from",
            paramLabel = "T",
            required = true,
            converter = Moment.class,
            description = "First instant, RFC 3339.")
    private Instant from = Instant.EPOCH;

    @Option(
            names = "--to",
            paramLabel = "T",
            required = true,
            converter = Moment.class,
            description = "First instant after, RFC 3339.")
    private Instant to = Instant.EPOCH;

    @Option(
            names = "--grain",
            paramLabel = "G",
            converter = GrainName.class,
            description = "15m, hour or day; all if not given.")
    private @Nullable Grain grain;

    @Option(names = "--format", defaultValue = "json", description = "json or csv (default ${DEFAULT-VALUE}).")
    private Format format = Format.json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!to.isAfter(from)) {
            err.println("--to [" + to + "] must be after --from [" + from + "].");
            return 2;
        }
        try (JournalReader reader = JournalReader.open(data)) {
            List<Measurement> rows = reader.measurements(new MeasurementQuery(
                    metrics, scopes, grain == null ? List.of() : List.of(grain), new Window(from, to)));
            MeasurementJson json = new MeasurementJson(
                    reader.meta("store").orElse(""), reader.meta("currency").orElse(null));
            print(rows, json);
            return 0;
        } catch (JournalProblem e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void print(List<Measurement> rows, MeasurementJson json) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.csv) {
            MeasurementCsv csv = new MeasurementCsv(json);
            out.print(csv.header());
            rows.forEach(row -> out.print(csv.line(row)));
            out.flush();
            return;
        }
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.writeStartObject();
            generator.writeArrayFieldStart("measurements");
            for (Measurement row : rows) {
                generator.writeRaw('\n');
                json.write(row, generator);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
        out.println();
        out.flush();
    }

    private static final class MetricName implements ITypeConverter<Metric> {
        @Override
        public Metric convert(String text) {
            return Metric.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "metric [" + text + "] is not in the catalogue; see docs/metrics.md"));
        }
    }

    private static final class ScopeName implements ITypeConverter<Scope> {
        @Override
        public Scope convert(String text) {
            return Scope.parse(text)
                    .orElseThrow(() -> new TypeConversionException("scope [" + text
                            + "] must be store, entrance:ID, zone:ID, line:ID, flow:ID>ID, car-park:ID or sensor:ID"));
        }
    }

    private static final class GrainName implements ITypeConverter<Grain> {
        @Override
        public Grain convert(String text) {
            return Grain.parse(text)
                    .orElseThrow(() -> new TypeConversionException("grain [" + text + "] must be 15m, hour or day"));
        }
    }

    /** An RFC 3339 time with any offset. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return java.time.OffsetDateTime.parse(text).toInstant();
            } catch (java.time.DateTimeException ignored) {
                throw new TypeConversionException(
                        "time [" + text + "] must be RFC 3339, for example 2026-11-22T09:00:00Z");
            }
        }
    }
}
