package dev.footfall.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.Reason;
import dev.footfall.relay.wire.MeasurementJson;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementCsvTest {
    private final MeasurementJson json = new MeasurementJson("sh-0042", null);
    private final MeasurementCsv csv = new MeasurementCsv(json);

    @Test
    void theColumnsAreTheFieldsOfTheJsonFormButTheReasonsWhichAreAList() throws IOException {
        var fields = new ObjectMapper()
                .readTree(new String(json.bytes(row("x")), UTF_8))
                .fieldNames();

        assertThat(csv.header().strip() + ",reasons").isEqualTo(String.join(",", (Iterable<String>) () -> fields));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"plain|plain", "a,b|\"a,b\"", "say \"x\"|\"say \"\"x\"\"\"", "'a\nb'|'\"a\nb\"'", "中文|中文", "''|''"
            })
    void fieldsAreQuotedWhereTheyMustBe(String reason, String field) {
        assertThat(csv.line(row(reason))).contains(",degraded," + field + ",0,footfall/1,counter\r\n");
    }

    @Test
    void whatIsNotKnownIsAnEmptyField() {
        assertThat(csv.line(row(null))).contains(",,people,,,0.25,degraded,,0,");
    }

    private static Measurement row(@Nullable String reason) {
        var window = new Window(ApiServer.NOW, ApiServer.NOW.plusSeconds(900));
        return new Measurement(
                Metric.FOOTFALL,
                Scope.STORE,
                Grain.QUARTER,
                window,
                null,
                null,
                null,
                0.25,
                State.DEGRADED,
                reason == null ? null : new Reason.Told(reason),
                Basis.COUNTER,
                0);
    }
}
