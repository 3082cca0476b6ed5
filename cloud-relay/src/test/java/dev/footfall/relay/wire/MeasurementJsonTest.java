package dev.footfall.relay.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.reason.Reason;
import dev.footfall.time.Grain;
import dev.footfall.time.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeasurementJsonTest {
    private final MeasurementJson json = new MeasurementJson("sh-0042", "CNY");

    @Test
    void writesTheFieldsOfTheDefinitionInTheirOrder() {
        assertThat(text(row(Metric.FOOTFALL, 12.0, 11.25, 13.0, null)))
                .isEqualTo(
                        "{\"store\":\"sh-0042\",\"metric\":\"footfall\",\"scope\":\"entrance:main\",\"grain\":\"15m\","
                                + "\"start\":\"2026-11-22T09:00:00Z\",\"end\":\"2026-11-22T09:15:00Z\",\"value\":12,"
                                + "\"unit\":\"people\",\"low\":11.25,\"high\":13,\"completeness\":0.5,\"state\":\"degraded\","
                                + "\"reason\":null,\"revision\":3,\"definition\":\"footfall/1\",\"basis\":\"counter\"}");
    }

    @Test
    void aNumberThatIsNotKnownIsNullAndNeverZero() {
        assertThat(text(row(Metric.FOOTFALL, null, null, null, "no source")))
                .contains("\"value\":null", "\"low\":null", "\"high\":null", "\"reason\":\"no source\"");
    }

    @Test
    void moneyIsGivenInTheStoresCurrency() {
        assertThat(text(row(Metric.SALES, 9.5, null, null, null))).contains("\"unit\":\"CNY\"");
        assertThat(new MeasurementJson("a", null).unit(row(Metric.SALES, 9.5, null, null, null)))
                .isEqualTo("currency");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "-3, -3",
        "0.1, 0.1",
        "0.30000000000000004, 0.3",
        "1234567.8912345, 1234567.891234",
        "0.0000004, 0",
        "-0.0000004, 0",
        "1e20, 100000000000000000000",
        "33.333333333333336, 33.333333"
    })
    void numbersAreWholeOrHaveAtMostSixDecimals(double value, String text) {
        assertThat(JsonNumber.text(value)).isEqualTo(text);
    }

    @Test
    void aNumberThatIsNotFiniteIsABug() {
        assertThatThrownBy(() -> JsonNumber.text(Double.NaN)).hasMessage("number [NaN] must be finite to be published");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void whatIsWrittenIsReadBack(Metric metric) {
        Measurement row = row(metric, 12.125, 11.0, 13.0, "“quoted” \"text\"\n中文");

        assertThat(MeasurementReader.read(json.bytes(row))).isEqualTo(new MeasurementReader.StoreRow("sh-0042", row));
    }

    @Test
    void whatIsNoMeasurementIsRefusedWithFieldValueAndRule() {
        String good = text(row(Metric.FOOTFALL, 1.0, null, null, null));
        assertRefused(good.replace("footfall/1", "footfall/9"), "definition [footfall/9] must be footfall/1");
        assertRefused(
                good.replace("\"footfall\"", "\"feetfall\""), "metric [feetfall] must be one that this version knows");
        assertRefused(good.replace("09:00:00Z", "25:00"), "start [2026-11-22T25:00] must be an RFC 3339 instant");
        assertRefused(good.replace("\"value\":1", "\"value\":\"1\""), "value [\"1\"] must be a number or null");
        assertRefused(
                good.replace("\"completeness\":0.5", "\"completeness\":null"), "completeness [null] must be a number");
        assertRefused("[", "a measurement must be one JSON object");
    }

    private static void assertRefused(String row, String message) {
        assertThatThrownBy(() -> MeasurementReader.read(row.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private String text(Measurement row) {
        return new String(json.bytes(row), UTF_8);
    }

    private static Measurement row(
            Metric metric,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String reason) {
        return new Measurement(
                metric,
                new Scope.Entrance("main"),
                Grain.QUARTER,
                new Window(Instant.parse("2026-11-22T09:00:00Z"), Instant.parse("2026-11-22T09:15:00Z")),
                value,
                low,
                high,
                0.5,
                State.DEGRADED,
                reason == null ? null : new Reason.Told(reason),
                Basis.COUNTER,
                3);
    }
}
