package dev.footfall.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthWriterTest {
    @Test
    void rowsHaveTheFieldsOfAMeasurement() throws IOException {
        var window = new Window(Instant.parse("2026-11-22T09:00:00Z"), Instant.parse("2026-11-22T09:15:00Z"));
        var row = new TruthRow(Metric.ENTRIES, new Scope.Entrance("main"), Grain.QUARTER, window, 12);
        var money = new TruthRow(Metric.SALES, Scope.STORE, Grain.QUARTER, window, 0.1 + 0.2);
        var bytes = new ByteArrayOutputStream();
        TruthWriter.write(bytes, "s1", "EUR", List.of(row, money).iterator());
        var rows = new ObjectMapper().readTree(bytes.toByteArray()).path("measurements");
        assertThat(rows.path(0).toString())
                .isEqualTo("{\"store\":\"s1\",\"metric\":\"entries\",\"scope\":\"entrance:main\",\"grain\":\"15m\","
                        + "\"start\":\"2026-11-22T09:00:00Z\",\"end\":\"2026-11-22T09:15:00Z\",\"value\":12,"
                        + "\"unit\":\"people\"}");
        assertThat(rows.path(1).path("value").decimalValue().toPlainString()).isEqualTo("0.3");
        assertThat(rows.path(1).path("unit").textValue()).isEqualTo("EUR");
    }
}
