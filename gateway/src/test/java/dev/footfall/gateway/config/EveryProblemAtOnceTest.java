package dev.footfall.gateway.config;

import static dev.footfall.gateway.config.Samples.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EveryProblemAtOnceTest {

    @Test
    void allSectionsAreJudgedInOneReadingInTheOrderOfTheLines() {
        assertRefused(
                """
                store:
                  id: SH_42
                  time-zone: Asia/Shanghay
                  hours:
                    mon-fri: "10-22"
                kiosk:
                  address: 8080
                floor-plan: { width-m: 40 }
                entrances:
                  - { id: main, width-m: -1 }
                zones:
                  - { id: a, polygon: [[0, 0]] }
                sensors:
                  - { id: door-1, driver: gpio-beam, entrance: mian, options: { outer: 17, active: hihg } }
                relay:
                  - { kind: mqtt, url: "mqtt://user:secret@hq.example.net", topic: "a/#" }
                privcy: { small-cell-floor: 3 }
                """,
                "store.yaml:2: store.id [SH_42] must be 1 to 64 lower-case letters, digits or dashes, for example sh-0042",
                "store.yaml:3: store.time-zone [Asia/Shanghay] must be a time zone of the IANA list, for example"
                        + " Asia/Shanghai; did you mean Asia/Shanghai?",
                "store.yaml:5: store.hours.mon-fri [10-22] must be spans like 10:00-22:00, from 00:00 to 24:00, or closed",
                "store.yaml:7: kiosk.address [8080] must be host:port, for example 127.0.0.1:1883 or [::1]:1883",
                "store.yaml:8: floor-plan.height-m must be given, the plan's height in metres",
                "store.yaml:10: entrances[0].width-m [-1] must be a number above 0",
                "store.yaml:12: zones[0].polygon has 1 corners; it must have 3 to 500",
                "store.yaml:14: sensors[0].entrance [mian] must be the id of an entrance under entrances; did you mean main?",
                "store.yaml:14: sensors[0].options.active [hihg] must be high or low",
                "store.yaml:16: relay[0].url [mqtt://***@hq.example.net] must not hold credentials; give them through the"
                        + " environment or systemd credentials (docs/configuration.md)",
                "store.yaml:16: relay[0].topic [a/#] must be an MQTT topic without wildcards; {store} stands for the"
                        + " store's id",
                "store.yaml:17: privcy is not a known key; did you mean privacy?");
    }

    @Test
    void aProblemHasItsParts() {
        var invalid = (LoadResult.Invalid) Samples.read(Samples.MINIMAL + "journal:\n  keep-days: never\n");
        assertThat(invalid.problems())
                .containsExactly(new Problem(
                        "store.yaml",
                        8,
                        "journal.keep-days",
                        "never",
                        Rule.of("whole", "must be a whole number from {least} to {most}", "least", 1, "most", 3650)));
    }

    @Test
    void aProblemIsOneLineWhateverTheValue() {
        assertThat(Samples.problems(
                        Samples.MINIMAL + "kiosk:\n  address: \"a\\nb\\u001b[31m" + "x".repeat(200) + "\"\n"))
                .singleElement()
                .asString()
                .startsWith("store.yaml:8: kiosk.address [a b [31mxxxx")
                .contains("…] must be host:port")
                .doesNotContain("\n", "\u001b")
                .hasSizeLessThan(200);
    }

    @Test
    void aWrongEntryStillDeclaresItsId() {
        assertRefused(Samples.STORE + """
                entrances:
                  - { id: main, width-m: wide }
                sensors:
                  - { id: a, driver: native, entrance: main }
                """, "store.yaml:5: entrances[0].width-m [wide] must be a number above 0");
    }
}
