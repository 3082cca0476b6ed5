package dev.footfall.gateway.config;

import static dev.footfall.gateway.config.Samples.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.store.StoreConfig.Match;
import dev.footfall.store.StoreConfig.Sensor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SensorsSectionTest {
    private static final String PLACES = Samples.STORE + """
            entrances: [{id: main}, {id: mall}]
            car-parks: [{id: p1}]
            zones: [{id: fitting, polygon: [[0, 0], [8, 0], [8, 6]]}]
            sensors:
            """;

    @Test
    void aNativeSensorListensOnItsOwnTopic() {
        Sensor sensor = only("{id: door-1, driver: native}");
        assertThat(sensor.match()).isEqualTo(new Match("footfall/in/door-1", null, null));
        assertThat(sensor.expectEvery()).isEqualTo(Duration.ofMinutes(15));
        assertThat(sensor.maxSkew()).isEqualTo(Duration.ofMinutes(5));
        assertThat(sensor.options()).isEmpty();
        assertThat(sensor.zones()).isEmpty();
        assertThat(sensor.positionM()).isNull();
        assertThat(sensor.entrance()).isNull();
        assertThat(sensor.carPark()).isNull();
    }

    @Test
    void anotherSensorWithoutMatchIsReachedByHttp() {
        assertThat(only("{id: cam-2, driver: hikvision}").match())
                .isEqualTo(new Match(null, null, "/ingest/hikvision/cam-2"));
    }

    @Test
    void aDeviceAloneNarrowsTheDefaultAddress() {
        assertThat(only("{id: cam-2, driver: hikvision, match: {device: 4c11}}").match())
                .isEqualTo(new Match(null, "4c11", "/ingest/hikvision/cam-2"));
    }

    @Test
    void everySensorHasOptionsForTimeAndDirection() {
        Sensor sensor =
                only("{id: a, driver: native, options: {expect-every: 30s, max-skew: 1h, invert: true, role: backup}}");
        assertThat(sensor.expectEvery()).isEqualTo(Duration.ofSeconds(30));
        assertThat(sensor.maxSkew()).isEqualTo(Duration.ofHours(1));
        assertThat(sensor.options()).containsEntry("invert", "true").containsEntry("role", "backup");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {driver: native}                                  | sensors[0].id must be given, an id that a sensor is known by, for example s-1
            {id: door 1, driver: native}                      | sensors[0].id [door 1] must be 1 to 64 letters, digits, dots, dashes or underscores and start with a letter or digit
            {id: a}                                           | sensors[0].driver must be given, for example native; footfall drivers lists them all
            {id: a, driver: frigatte}                         | sensors[0].driver [frigatte] must be a known driver; did you mean frigate?
            {id: a, driver: native, entrance: north}          | sensors[0].entrance [north] must be the id of an entrance under entrances; known are main, mall
            {id: a, driver: native, car-park: p2}             | sensors[0].car-park [p2] must be the id of a car park under car-parks; known are p1
            {id: a, driver: frigate, zones: {f: fiting}}      | sensors[0].zones.f [fiting] must be the id of a zone under zones; did you mean fitting?
            {id: a, driver: native, position-m: 20}           | sensors[0].position-m [20] must be a point [x, y] in metres
            {id: a, driver: native, match: {}}                | sensors[0].match must have at least one of topic, device and path
            {id: a, driver: native, match: {topics: x}}       | sensors[0].match.topics is not a known key; did you mean topic?
            {id: a, driver: native, match: {topic: a/#/b}}    | sensors[0].match.topic [a/#/b] must have # only alone in the last level, for example frigate/#
            {id: a, driver: native, match: {topic: a/b#}}     | sensors[0].match.topic [a/b#] must have # only alone in the last level, for example frigate/#
            {id: a, driver: native, match: {topic: em/+a/s}}  | sensors[0].match.topic [em/+a/s] must have + only alone in a level, for example em/+/status
            {id: a, driver: native, match: {path: in/a}}      | sensors[0].match.path [in/a] must be a path that begins with /, for example /ingest/hikvision/cam-2
            {id: a, driver: native, match: {path: /a/../b}}   | sensors[0].match.path [/a/../b] must be a path that begins with /, for example /ingest/hikvision/cam-2
            {id: a, driver: native, options: {invert: yes}}   | sensors[0].options.invert [yes] must be true or false
            {id: a, driver: native, options: {expect-every: 0s}} | sensors[0].options.expect-every [0s] must be a length of time above 0 like 500ms, 10s, 15m, 1h or 1d
            {id: a, driver: native, options: {max-skew: [1]}} | sensors[0].options.max-skew [1] must be a single value
            {id: a, driver: native, options: {role: spare}}  | sensors[0].options.role [spare] must be primary or backup
            {id: a, driver: native, options: 5}               | sensors[0].options [5] must be a section of keys and values
            {id: a, driver: gpio-beam}                        | sensors[0].options must be given, with at least outer, the number of the beam's GPIO line
            {id: a, driver: native, expect-every: 5m}         | sensors[0].expect-every is not a known key; it belongs under options
            """)
    void whatIsWrongWithASensorIsNamed(String sensor, String problem) {
        assertRefused(PLACES + "  - " + sensor + "\n", "store.yaml:8: " + problem);
    }

    @Test
    void aBeamsOptionsAreJudged() {
        assertRefused(
                PLACES + """
                  - id: door-1
                    driver: gpio-beam
                    match: {topic: x}
                    options:
                      outer: 17
                      inner: 17
                      active: hihg
                      debounce: 25
                      chip: ''
                      chanel: 3
                  - id: door-2
                    driver: gpio-beam
                    options: { inner: -1 }
                """,
                "store.yaml:10: sensors[0].match has no meaning for gpio-beam, which reads pins; remove it",
                "store.yaml:13: sensors[0].options.inner must be another line than outer; leave inner out for a single beam",
                "store.yaml:14: sensors[0].options.active [hihg] must be high or low",
                "store.yaml:15: sensors[0].options.debounce [25] must be a length of time like 0s, 500ms, 10s, 15m, 1h or 1d",
                "store.yaml:16: sensors[0].options.chip is empty; it must be 1 to 200 printable characters",
                "store.yaml:17: sensors[0].options.chanel is not a known key; known are active, blocked-after, "
                        + "chip, debounce, expect-every, inner, invert, max-skew, outer, pull, role, second-within, staff-lines",
                "store.yaml:20: sensors[1].options.outer must be given, the number of the beam's GPIO line",
                "store.yaml:20: sensors[1].options.inner [-1] must be a whole number from 0 to 1023");
    }

    @Test
    void twoBeamsCannotShareALine() {
        assertRefused(
                PLACES + """
                  - { id: a, driver: gpio-beam, options: { outer: 17, inner: 27 } }
                  - { id: b, driver: gpio-beam, options: { outer: 27, chip: gpiochip0 } }
                  - { id: c, driver: gpio-beam, options: { outer: 27, chip: gpiochip1 } }
                """, "store.yaml:9: sensors[1].options uses line 27 of gpiochip0, which sensor a uses too");
    }

    @Test
    void twoSensorsCannotAskForTheSameMessages() {
        assertRefused(
                PLACES + """
                  - { id: a, driver: frigate, match: { topic: "frigate/#", device: cam } }
                  - { id: b, driver: frigate, match: { topic: "frigate/#", device: cam } }
                  - { id: c, driver: frigate, match: { topic: "frigate/#", device: cam2 } }
                  - { id: d, driver: frigate, match: { topic: "frigate/#" } }
                  - { id: e, driver: native }
                  - { id: f, driver: native, match: { topic: footfall/in/e } }
                """,
                "store.yaml:9: sensors[1].match asks for the same messages as sensor a; give each sensor its own topic,"
                        + " device or path",
                "store.yaml:13: sensors[5].match asks for the same messages as sensor e; give each sensor its own topic,"
                        + " device or path");
    }

    /** Names that have no driver yet; none is left once all have come. */
    static List<String> announced() {
        return AnnouncedDrivers.NAMES.stream()
                .filter(name -> DriverCatalog.named(name).isEmpty() && !name.equals(GpioBeamOptions.DRIVER))
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("announced")
    void anAnnouncedDriverIsNamedAsNotYetActive(String driver) {
        assertThat(Samples.loaded(PLACES + "  - { id: a, driver: " + driver + ", options: { any: thing } }\n")
                        .notActive())
                .extracting(Notice::toString)
                .contains("sensors[0].driver " + driver + ": not yet active");
    }

    @Test
    void aStoreWithoutSensorsIsToldSo() {
        assertThat(Samples.loaded(Samples.STORE + "sensors: []\n").notActive())
                .extracting(Notice::toString)
                .containsExactly("sensors is empty: nothing will be counted");
        assertRefused(Samples.STORE + "sensors:\n", "store.yaml:4: sensors must list the sensors; write [] for none");
    }

    private static Sensor only(String sensor) {
        return Samples.config(PLACES + "  - " + sensor + "\n").sensors().getFirst();
    }
}
