package dev.footfall.relay.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.Reason;
import dev.footfall.reason.SensorReason;
import dev.footfall.reason.TroubleReason;
import dev.footfall.reason.UnusualReason;
import dev.footfall.reason.Word;
import dev.footfall.relay.outbox.Measurements;
import dev.footfall.relay.outbox.Position;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is published about our documents is true of what we write, and of nothing else. */
class SchemasTest {
    private static final Window HOUR = new Window(Measurements.FIRST, Measurements.FIRST.plusSeconds(3600));

    private final Schema measurements = schema("measurement.v1");
    private final Schema statuses = schema("status.v1");
    private final MeasurementJson json = new MeasurementJson("sh-0042", "CNY");

    private static Schema schema(String name) {
        try (InputStream in = SchemasTest.class.getResourceAsStream("/schemas/" + name + ".schema.json")) {
            String text = new String(in.readAllBytes(), UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> errors(Schema schema, String document) {
        Consumer<ExecutionContext> strict =
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true));
        return schema.validate(document, InputFormat.JSON, strict).stream()
                .map(Error::toString)
                .toList();
    }

    private String written(Measurement measurement) {
        return new String(json.bytes(measurement), UTF_8);
    }

    @Test
    void everyKindOfMeasurementConforms() {
        for (Measurement measurement : allKinds()) {
            assertThat(errors(measurements, written(measurement)))
                    .as(measurement.toString())
                    .isEmpty();
        }
    }

    private static List<Measurement> allKinds() {
        List<Measurement> kinds = new ArrayList<>();
        List<Scope> scopes = List.of(
                Scope.STORE,
                new Scope.Entrance("main"),
                new Scope.Zone("checkout"),
                new Scope.Line("mid"),
                new Scope.Flow("a", "b"),
                new Scope.CarPark("p1"),
                new Scope.Sensor("door-1"));
        for (Scope scope : scopes) {
            for (Metric metric : Metric.values()) {
                for (State state : State.values()) {
                    kinds.add(measurement(metric, scope, state));
                }
            }
        }
        return kinds;
    }

    /** With a value of every kind, one within another. */
    private static final Reason REASON = new Reason.Several(List.of(
            new TroubleReason.SilentBecause("door-1", new SensorReason.BeamBlocked(Word.OUTER, 90)),
            new TroubleReason.SilentSince(
                    "door-1", OffsetDateTime.parse("2026-11-22T10:15:00+08:00"), Duration.ofMinutes(15)),
            new UnusualReason.OverCapacity(130.4, 120)));

    private static Measurement measurement(Metric metric, Scope scope, State state) {
        boolean unknown = state == State.INVALID;
        return new Measurement(
                metric,
                scope,
                Grain.HOUR,
                HOUR,
                unknown ? null : 12.5,
                unknown ? null : -0.5,
                unknown ? null : 1e9,
                unknown ? 0 : 0.97,
                state,
                unknown ? REASON : null,
                Basis.FUSED,
                3);
    }

    @Test
    void everyStatusConforms() {
        var status = new StatusJson("sh-0042", "0.1.0");
        var statusesWritten = List.of(
                StoreStatus.LOST,
                StoreStatus.online(Measurements.FIRST, 0, Position.START),
                StoreStatus.stopped(Measurements.FIRST, 7, new Position(3, 99)),
                new StoreStatus(false, Measurements.FIRST, null, null, "stopped"));
        for (StoreStatus one : statusesWritten) {
            assertThat(errors(statuses, new String(status.bytes(one), UTF_8)))
                    .as(one.toString())
                    .isEmpty();
        }
    }

    @Test
    void whatWeNeverWriteDoesNotConform() {
        String good = written(Measurements.footfall(1));

        assertThat(errors(measurements, good.replace("\"valid\"", "\"perfect\"")))
                .isNotEmpty();
        assertThat(errors(measurements, good.replace("\"valid\"", "\"invalid\"")))
                .isNotEmpty();
        assertThat(errors(measurements, good.replace("\"revision\":0,", ""))).isNotEmpty();
        assertThat(errors(measurements, good.replace("\"scope\":\"store\"", "\"scope\":\"zone:\"")))
                .isNotEmpty();
        assertThat(errors(measurements, good.replace("02:15:00Z", "02:15:00+08:00")))
                .isNotEmpty();
        assertThat(errors(measurements, good.replace("\"completeness\":1", "\"completeness\":1.5")))
                .isNotEmpty();
        assertThat(errors(statuses, "{\"store\":\"sh-0042\",\"state\":\"online\"}"))
                .isNotEmpty();
    }
}
