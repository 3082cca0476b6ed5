package dev.footfall.gateway.config;

import static dev.footfall.gateway.config.Samples.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: SH_42                 | store.yaml:2: store.id [SH_42] must be 1 to 64 lower-case letters, digits or dashes, for example sh-0042
            id: ''                    | store.yaml:2: store.id is empty; it must be 1 to 64 lower-case letters, digits or dashes, for example sh-0042
            id:                       | store.yaml:2: store.id has no value; give one or remove the key
            id: [a, b]                | store.yaml:2: store.id [a, b] must be a single value
            id: !secret x             | store.yaml:2: store.id [x] must not carry a YAML tag
            """)
    void theIdHasAForm(String line, String problem) {
        assertRefused("store:\n  " + line + "\n  time-zone: Asia/Shanghai\n" + Samples.SENSOR, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Asia/Shanghay   | store.time-zone [Asia/Shanghay] must be a time zone of the IANA list, for example Asia/Shanghai; did you mean Asia/Shanghai?
            shanghai        | store.time-zone [shanghai] must be a time zone of the IANA list, for example Asia/Shanghai; did you mean Asia/Shanghai?
            new york        | store.time-zone [new york] must be a time zone of the IANA list, for example Asia/Shanghai; did you mean America/New_York?
            UTC+8           | store.time-zone [UTC+8] must be a time zone of the IANA list, for example Asia/Shanghai
            +08:00          | store.time-zone [+08:00] must be a time zone of the IANA list, for example Asia/Shanghai
            """)
    void theTimeZoneIsOfTheIanaList(String zone, String problem) {
        assertRefused("store:\n  id: a\n  time-zone: " + zone + "\n" + Samples.SENSOR, "store.yaml:3: " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            business-day-start: 4:00     | business-day-start [4:00] must be a time of day like 04:00, from 00:00 to 23:59
            business-day-start: '24:00'  | business-day-start [24:00] must be a time of day like 04:00, from 00:00 to 23:59
            floor-area-m2: 0             | floor-area-m2 [0] must be a number above 0
            floor-area-m2: -820          | floor-area-m2 [-820] must be a number above 0
            floor-area-m2: .nan          | floor-area-m2 [.nan] must be a number above 0
            floor-area-m2: 1e999         | floor-area-m2 [1e999] must be a number above 0
            floor-area-m2: 820 m2        | floor-area-m2 [820 m2] must be a number above 0
            capacity: 0                  | capacity [0] must be a whole number, 1 or more
            capacity: 12.5               | capacity [12.5] must be a whole number, 1 or more
            capacity: 99999999999        | capacity [99999999999] must be a whole number, 1 or more
            currency: cny                | currency [cny] must be a currency code of ISO 4217, for example CNY; did you mean CNY?
            currency: RMB                | currency [RMB] must be a currency code of ISO 4217, for example CNY
            name: ' '                    | name [] must be 1 to 200 printable characters
            nmae: Nanjing Road           | nmae is not a known key; did you mean name?
            floor_area_m2: 820           | floor_area_m2 is not a known key; did you mean floor-area-m2?
            timezone: Asia/Shanghai      | timezone is not a known key; did you mean time-zone?
            colour: red                  | colour is not a known key; known are business-day-start, capacity, currency, floor-area-m2, hours, id, name, time-zone
            id: b                        | id is given twice, first in line 2; keep one
            """)
    void everyOptionalKeyHasAForm(String line, String problem) {
        String shown = problem.replace("name [] must", "name must");
        assertRefused(Samples.STORE + "  " + line + "\n" + Samples.SENSOR, "store.yaml:4: store." + shown);
    }

    @Test
    void whatIsRequiredIsAskedFor() {
        assertRefused(
                "kiosk: {}\n",
                "store.yaml:1: store must be given, with id and time-zone",
                "store.yaml:1: sensors must be given, a list with an id and a driver for each sensor");
        assertRefused(
                "store: {name: x}\nsensors: []\n",
                "store.yaml:1: store.id must be given, a short name that no other store of yours has, for example sh-0042",
                "store.yaml:1: store.time-zone must be given, for example Asia/Shanghai");
    }

    @Test
    void theNameIsTheIdUnlessGiven() {
        assertThat(Samples.config(Samples.MINIMAL).store().name()).isEqualTo("sh-0042");
        assertThat(Samples.config(Samples.STORE + "  name: 南京路店\n" + Samples.SENSOR)
                        .store()
                        .name())
                .isEqualTo("南京路店");
    }

    @Test
    void aNumberIsAsGoodAnIdAsAWord() {
        assertThat(Samples.config("store: {id: 0042, time-zone: UTC}\nsensors: []\n")
                        .store()
                        .id())
                .isEqualTo("0042");
    }
}
