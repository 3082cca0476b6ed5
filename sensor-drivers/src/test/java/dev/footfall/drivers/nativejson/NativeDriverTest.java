package dev.footfall.drivers.nativejson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Readings;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.DriverContract;
import dev.footfall.drivers.Message;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeDriverTest extends DriverContract {
    private static final NativeDriver DRIVER = new NativeDriver();

    NativeDriverTest() {
        super(DRIVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"3\"  | in [\"3\"] must be a whole number from 0 to 2147483647",
                "1.5    | in [1.5] must be a whole number from 0 to 2147483647",
                "-1     | in [-1] must be a whole number from 0 to 2147483647",
                "1e99   | in [1e99] must be a whole number from 0 to 2147483647",
                "NaN    | in [NaN] must be a whole number from 0 to 2147483647",
                "-Infinity | in [NaN] must be a whole number from 0 to 2147483647",
                "null   | in [null] must be a whole number from 0 to 2147483647",
                "true   | in [true] must be a whole number from 0 to 2147483647",
                "[1]    | in [{…}] must be a whole number from 0 to 2147483647",
                "99999999999999999999 | in [99999999999999999999] must be a whole number from 0 to 2147483647",
                "2147483648 | in [2147483648] must be a whole number from 0 to 2147483647",
            })
    void aCountThatIsNoWholeNumberIsRefusedWithKeyValueAndRule(String value, String reason) {
        assertThat(decode("{\"type\":\"crossing\",\"in\":" + value + ",\"out\":0}"))
                .isEqualTo(new Rejected(Code.WRONG_VALUE, reason));
    }

    @Test
    void aWholeNumberWrittenAsADecimalIsOne() {
        assertThat(only("{\"type\":\"crossing\",\"in\":3.0,\"out\":2e1}").fact())
                .isEqualTo(Fact.Crossing.event(3, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a4:83:e7:12:34:5",
                "a4:83:e7:12:34:56:78",
                "g4:83:e7:12:34:56",
                "",
                "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff10\uff11\uff12",
            })
    void anAddressThatIsNoneIsRefusedWithoutBeingRepeated(String mac) {
        DecodeResult result = decode("{\"type\":\"sighting\",\"mac\":\"" + mac + "\",\"rssi\":-67}");
        assertThat(result)
                .isEqualTo(new Rejected(
                        Code.WRONG_VALUE,
                        "mac [" + mac.length() + " characters] must be 12 hex digits, with or without separators"));
    }

    @Test
    void syntaxErrorsDoNotRepeatThePayload() {
        assertThat(decode("{\"type\":\"sighting\",\"mac\":a483e7123456,\"rssi\":-67}"))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo(Code.NOT_JSON);
                    assertThat(rejected.reason()).doesNotContain("a483").contains("line 1, column");
                });
    }

    @Test
    void badElementsOfAnArrayAreLeftOutAndGoodOnesKept() {
        assertThat(
                        decode(
                                "[{\"type\":\"staff\",\"count\":2},{\"type\":\"staff\",\"count\":-2},7,{\"type\":\"staff\",\"count\":3}]"))
                .isInstanceOfSatisfying(Readings.class, readings -> {
                    assertThat(readings.readings())
                            .extracting(Reading::fact)
                            .containsExactly(new Fact.Staff(2), new Fact.Staff(3));
                    assertThat(readings.skipped())
                            .containsExactly(
                                    "element 1: count [-2] must be a whole number from 0 to 2147483647",
                                    "element 2: must be an object");
                });
    }

    @Test
    void anArrayWithoutAnythingGoodIsRefused() {
        assertThat(decode("[{\"type\":\"staff\",\"count\":-2},{}]"))
                .isEqualTo(new Rejected(
                        Code.WRONG_VALUE,
                        "element 0: count [-2] must be a whole number from 0 to 2147483647 (and 1 more)"));
    }

    @Test
    void thousandsOfBadElementsAreReportedInAFewLines() {
        String array = "[{\"type\":\"staff\",\"count\":1}" + ",0".repeat(5000) + "]";
        assertThat(decode(array))
                .isInstanceOfSatisfying(
                        Readings.class,
                        readings -> assertThat(readings.skipped())
                                .hasSize(21)
                                .last()
                                .isEqualTo("and 4980 more"));
    }

    @ParameterizedTest
    @CsvSource({
        "1763802000123,             2025-11-22T09:00:00.123Z",
        "'\"2026-11-22T09:00:00Z\"',  2026-11-22T09:00:00Z",
        "'\"2026-11-22T09:00:00.123456789+08:00\"', 2026-11-22T01:00:00.123456789Z",
        "'\"2026-11-22 09:00:00-5:00\"', 2026-11-22T14:00:00Z",
    })
    void timesAreRfc3339OrEpochMilliseconds(String at, String expected) {
        assertThat(only("{\"type\":\"heartbeat\",\"at\":" + at + "}").deviceTime())
                .isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"2026-02-30T09:00:00Z\"",
                "\"2026-11-22T09:00:00\"",
                "-5",
                "true",
                "1e99",
                "9223372036854775807",
                "\"\"",
            })
    void aTimeThatIsNoneIsRefused(String at) {
        assertThat(decode("{\"type\":\"heartbeat\",\"at\":" + at + "}"))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo(Code.WRONG_VALUE);
                    assertThat(rejected.reason()).startsWith("at [").contains("epoch milliseconds");
                });
    }

    @Test
    void fieldsOfOtherTypesDoNotMatter() {
        assertThat(only("{\"in\":\"many\",\"extra\":{\"deep\":[1,{}]},\"type\":\"staff\",\"count\":4}")
                        .fact())
                .isEqualTo(new Fact.Staff(4));
    }

    @Test
    void aSecondValueAfterTheFirstIsRefused() {
        assertThat(decode("{\"type\":\"staff\",\"count\":4}{\"type\":\"staff\",\"count\":5}"))
                .isEqualTo(new Rejected(
                        Code.NOT_JSON, "the payload goes on after its first value; send one object, or an array"));
    }

    @Test
    void recognisesItsTypesOnly() {
        assertThat(DRIVER.recognise(message("{\"type\":\"crossing\",\"in\":1"))).isGreaterThan(80);
        assertThat(DRIVER.recognise(message("[{\"count\":1,\"type\":\"zone\",\"zone\":\"z\",\"more\":1}]")))
                .isGreaterThan(80);
        assertThat(DRIVER.recognise(message("{\"type\":\"sighting\"}"))).isBetween(50, 80);
        assertThat(DRIVER.recognise(message("{\"type\":\"heartbeat\",\"camera_id\":7}")))
                .isLessThan(50);
        assertThat(DRIVER.recognise(message("{\"type\":\"update\",\"after\":{}}")))
                .isZero();
        assertThat(DRIVER.recognise(Message.of("footfall/in/x", new byte[] {'?'})))
                .isBetween(50, 80);
        assertThat(DRIVER.recognise(message("{\"data\":{\"type\":\"zone\"}}"))).isZero();
    }

    private static Reading only(String json) {
        DecodeResult result = decode(json);
        assertThat(result).isInstanceOf(Readings.class);
        return ((Readings) result).readings().getFirst();
    }

    private static DecodeResult decode(String json) {
        return DRIVER.decode(
                message(json), new DecodeContext(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC, Map.of()));
    }

    private static Message message(String json) {
        return Message.of("scripts/x", json.getBytes(StandardCharsets.UTF_8));
    }
}
