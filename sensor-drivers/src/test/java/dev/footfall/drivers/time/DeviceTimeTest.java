package dev.footfall.drivers.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTimeTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NEAR = Instant.parse("2026-11-22T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-08-12T11:50:47Z,               2026-08-12T11:50:47Z",
        "2026-08-12T11:50:47.5Z,             2026-08-12T11:50:47.5Z",
        "2026-08-12T11:50:47.123456789Z,     2026-08-12T11:50:47.123456789Z",
        "2026-08-12T11:50:47.1234567899Z,    2026-08-12T11:50:47.123456789Z",
        "'2026-08-12T11:50:47,25Z',          2026-08-12T11:50:47.25Z",
        "2026-08-12T11:50:47+08:00,          2026-08-12T03:50:47Z",
        "2026-08-12T11:50:47-5:00,           2026-08-12T16:50:47Z",
        "2026-08-12T11:50:47+0000,           2026-08-12T11:50:47Z",
        "2026-08-12T11:50:47+0530,           2026-08-12T06:20:47Z",
        "2026-08-12T11:50:47-00:00,          2026-08-12T11:50:47Z",
        "2026-08-12T11:50:47+08,             2026-08-12T03:50:47Z",
        "2026-08-12 11:50:47 +08:00,         2026-08-12T03:50:47Z",
        "2026-08-12t11:50:47z,               2026-08-12T11:50:47Z",
        "2026/08/12 11:50:47+08:00,          2026-08-12T03:50:47Z",
        "2026-08-12T11:50Z,                  2026-08-12T11:50:00Z",
        "2026-12-31T23:59:60Z,               2027-01-01T00:00:00Z",
        "2026-12-31T24:00:00Z,               2027-01-01T00:00:00Z",
        "1786535447,                         2026-08-12T11:50:47Z",
        "1786535447.25,                      2026-08-12T11:50:47.250Z",
        "1786535447250,                      2026-08-12T11:50:47.250Z",
    })
    void readsEverySpellingThatDevicesUse(String text, String expected) {
        assertThat(DeviceTime.withOffset(text)).isEqualTo(Instant.parse(expected));
        assertThat(DeviceTime.inZone(text, SHANGHAI, NEAR)).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026/08/12 11:50:47", "2026-08-12T11:50:47", "2026-8-12 11:50:47.0", "  2026-08-12   11:50:47 "
            })
    void withoutAnOffsetItIsTheStoresWallClock(String text) {
        assertThat(DeviceTime.inZone(text, SHANGHAI, NEAR)).isEqualTo(Instant.parse("2026-08-12T03:50:47Z"));
        assertThat(DeviceTime.withOffset(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "2026-02-30T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-08-12T25:00:00Z",
                "2026-08-12T10:61:00Z",
                "2026-08-12",
                "2026-08/12 10:00:00Z",
                "2026-08-12T10:00:00Zulu",
                "2026-08-12T10:00:00+19:00",
                "2026-08-12T10:00:00+08:75",
                "2026-08-12T10:00:00.Z",
                "2026-08-12T10:00:00+",
                "-5",
                "1e99",
                "NaN",
                ".",
                "1.2.3",
                "99999999999999999999999999",
                "26-08-12T10:00:00Z",
                "2026-08-12T10:00:00+08:00:00:00",
                "2026-08-12T1٠:00:00Z",
            })
    void whatIsNoTimeIsNothing(String text) {
        assertThat(DeviceTime.withOffset(text)).isNull();
        assertThat(DeviceTime.inZone(text, SHANGHAI, NEAR)).isNull();
    }

    @Test
    void aLongTextIsNoTime() {
        assertThat(DeviceTime.withOffset("2".repeat(100_000))).isNull();
    }

    @Test
    void inTheRepeatedHourTheArrivalDecides() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        String local = "2026-10-25 02:30:00";
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(DeviceTime.inZone(local, berlin, first.plusSeconds(5))).isEqualTo(first);
        assertThat(DeviceTime.inZone(local, berlin, second.plusSeconds(5))).isEqualTo(second);
    }

    @Test
    void theWallClockIgnoresTheOffsetLabel() {
        assertThat(DeviceTime.wallClock("2026-08-12T11:50:47-5:00", SHANGHAI, NEAR))
                .isEqualTo(Instant.parse("2026-08-12T03:50:47Z"));
    }

    @Test
    void epochNumbersAreToldApartBySize() {
        Instant expected = Instant.parse("2026-08-12T11:50:47Z");
        assertThat(DeviceTime.epoch(1_786_535_447d)).isEqualTo(expected);
        assertThat(DeviceTime.epoch(1_786_535_447_000d)).isEqualTo(expected);
        assertThat(DeviceTime.epoch(1_786_535_447_000_000d)).isEqualTo(expected);
        assertThat(DeviceTime.epoch(1_786_535_447_000_000_000d)).isEqualTo(expected);
        assertThat(DeviceTime.epoch(Double.NaN)).isNull();
        assertThat(DeviceTime.epoch(-1)).isNull();
        assertThat(DeviceTime.epoch(1e300)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "UTC+8:00, +08:00",
        "UTC+8:00 China Standard Time (CT/CST), +08:00",
        "UTC-0:00 Western European Time (WET), Z",
        "GMT-3:30, -03:30",
        "UTC, Z",
        "+0530, +05:30",
    })
    void offsetsAreFoundInFrontOfNames(String text, String expected) {
        assertThat(Offsets.leading(text)).isEqualTo(ZoneOffset.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "China Standard Time", "UTC+99:00", "UTC+"})
    void namesAloneAreNoOffset(String text) {
        assertThat(Offsets.leading(text)).isNull();
    }
}
