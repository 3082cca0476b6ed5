package dev.footfall.gateway.config;

import static dev.footfall.gateway.config.Samples.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.store.StoreConfig.CountBasis;
import dev.footfall.store.StoreConfig.Entrance;
import dev.footfall.store.StoreConfig.Zone;
import dev.footfall.store.StoreConfig.ZoneKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Floor plan, entrances, zones, lines and car parks. */
class FloorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {width-m: 40}                                  | floor-plan.height-m must be given, the plan's height in metres
            {width-m: 0, height-m: 25}                     | floor-plan.width-m [0] must be a number above 0
            {width-m: 40, height-m: 25, image: floor.gif}  | floor-plan.image [floor.gif] must be an .svg, .png or .jpg file
            {width-m: 40, height-m: 25, image: ../a.svg}   | floor-plan.image [../a.svg] must be a file beside store.yaml, named without a folder
            {width-m: 40, height-m: 25, scale: 2}          | floor-plan.scale is not a known key; known are height-m, image, width-m
            [40, 25]                                       | floor-plan [40, 25] must be a section of keys and values
            """)
    void theFloorPlanHasASize(String plan, String problem) {
        assertRefused(Samples.MINIMAL + "floor-plan: " + plan + "\n", "store.yaml:7: " + problem);
    }

    @Test
    void aMissingPictureIsToldButStopsNothing(@TempDir Path folder) throws Exception {
        String yaml = Samples.MINIMAL + "floor-plan: {width-m: 40, height-m: 25, image: floor.svg}\n";
        assertThat(ConfigLoader.parse("store.yaml", yaml, folder))
                .isInstanceOfSatisfying(
                        LoadResult.Loaded.class,
                        loaded -> assertThat(loaded.notActive())
                                .extracting(Notice::toString)
                                .contains(
                                        "floor-plan.image floor.svg: no such file beside store.yaml, so the plan is drawn without"
                                                + " a picture"));
        Files.writeString(folder.resolve("floor.svg"), "<svg/>");
        assertThat(ConfigLoader.parse("store.yaml", yaml, folder))
                .isInstanceOfSatisfying(
                        LoadResult.Loaded.class,
                        loaded -> assertThat(loaded.notActive())
                                .extracting(Notice::key)
                                .doesNotContain("floor-plan.image"));
    }

    @Test
    void anEntranceHasDefaults() {
        assertThat(Samples.config(Samples.MINIMAL + "entrances: [{id: main}]\n").entrances())
                .containsExactly(new Entrance("main", "main", 1.0, CountBasis.IN));
    }

    @Test
    void entrancesAreJudgedOneByOne() {
        assertRefused(
                Samples.MINIMAL + """
                entrances:
                  - id: main
                    width-m: 0
                  - id: main
                    count-basis: both
                  - name: side door
                  - north
                """,
                "store.yaml:9: entrances[0].width-m [0] must be a number above 0",
                "store.yaml:10: entrances[1].id [main] must be used once; line 8 has an entrance of this id",
                "store.yaml:11: entrances[1].count-basis [both] must be in, out or mean",
                "store.yaml:12: entrances[2].id must be given, an id that an entrance is known by, for example e-1",
                "store.yaml:13: entrances[3] [north] must be a section of keys and values");
    }

    @Test
    void aZoneHasDefaults() {
        Zone zone = Samples.config(Samples.MINIMAL + "zones: [{id: a, polygon: [[0, 0], [1, 0], [0, 1.5]]}]\n")
                .zones()
                .getFirst();
        assertThat(zone.name()).isEqualTo("a");
        assertThat(zone.kind()).isEqualTo(ZoneKind.DISPLAY);
        assertThat(zone.engagedAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(zone.polygon()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[0, 0], [8, 0]]                          | polygon has 2 corners; it must have 3 to 500
            []                                        | polygon has 0 corners; it must have 3 to 500
            5                                         | polygon [5] must be a list
            [[0, 0], [8, 0], [8, 0]]                  | polygon must not repeat a corner; it closes by itself
            [[0, 0], [8, 0], [8, 6], [0, 0]]          | polygon must not repeat a corner; it closes by itself
            [[0, 0], [1, 1], [2, 2]]                  | polygon must enclose an area; all its corners lie on one line
            [[0, 0], [8, 6], [8, 0], [0, 6]]          | polygon must not cross or touch itself; give the corners in order around the zone
            [[0, 0], [8, 0], [4, 0], [4, 6]]          | polygon must not cross or touch itself; give the corners in order around the zone
            [[0, 0], [8, 0], [8, 6], [4, 0], [0, 6]]  | polygon must not cross or touch itself; give the corners in order around the zone
            [[0, 0], [.1, 0], [.1, .1]]               | polygon must enclose at least 0.01 square metres; corners are in metres
            [[0, 0], [8, 0], [8, six]]                | polygon[2][1] [six] must be a number
            [[0, 0], [8, 0], [8]]                     | polygon[2] [8] must be a point [x, y] in metres
            [[0, 0], [8, 0], 8]                       | polygon[2] [8] must be a point [x, y] in metres
            [[0, 0], [8, 0], [8, 6, 1]]               | polygon[2] [8, 6, 1] must be a point [x, y] in metres
            [[0, 0], [41, 0], [8, 6]]                 | polygon[1] [41, 0] must lie inside the floor plan, 0 to 40 by 0 to 25.5 m
            [[0, 0], [8, -1], [8, 6]]                 | polygon[1] [8, -1] must lie inside the floor plan, 0 to 40 by 0 to 25.5 m
            """)
    void aPolygonEnclosesAnArea(String polygon, String problem) {
        assertRefused(
                Samples.MINIMAL + "floor-plan: {width-m: 40, height-m: 25.5}\nzones:\n  - id: a\n    polygon: "
                        + polygon + "\n",
                "store.yaml:10: zones[0]." + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[0, 0], [8, 0], [8, 6], [0, 6]]",
                "[[0, 6], [8, 6], [8, 0], [0, 0]]",
                "[[0, 0], [4, 0], [8, 0], [8, 6], [4, 2], [0, 6]]",
                "[[0, 0], [40, 0], [40, 25.5], [39, 25.5], [39, 1], [0, 1]]"
            })
    void anyOutlineThatDoesNotCrossItselfIsAZone(String polygon) {
        assertThat(Samples.problems(Samples.MINIMAL
                        + "floor-plan: {width-m: 40, height-m: 25.5}\nzones: [{id: a, polygon: " + polygon + "}]\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "10s,PT10S", "2m,PT2M", "1h,PT1H", "0s,PT0S", "1d,PT24H"})
    void engagedAfterIsALengthOfTime(String text, Duration length) {
        assertThat(Samples.config(Samples.MINIMAL + "zones: [{id: a, polygon: [[0, 0], [1, 0], [0, 1]], engaged-after: "
                                + text + "}]\n")
                        .zones()
                        .getFirst()
                        .engagedAfter())
                .isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "ten seconds", "-5s", "1.5m", "PT10S", "400d", "99999999999s"})
    void otherLengthsOfTimeAreRefused(String text) {
        assertRefused(
                Samples.MINIMAL + "zones: [{id: a, polygon: [[0, 0], [1, 0], [0, 1]], engaged-after: " + text + "}]\n",
                "store.yaml:7: zones[0].engaged-after [" + text
                        + "] must be a length of time like 0s, 500ms, 10s, 15m, 1h or 1d");
    }

    @Test
    void aLineHasTwoEndsAndAnEntranceThatExists() {
        assertRefused(
                Samples.MINIMAL + """
                entrances: [{id: main}]
                lines:
                  - {id: a, from: [1, 1], to: [1, 1.0]}
                  - {id: b, from: [1, 1]}
                  - {id: c, from: [1, 1], to: [2, 2], entrance: mian}
                  - {id: a, from: 1, to: [2, 2]}
                """,
                "store.yaml:9: lines[0].to must be another point than from",
                "store.yaml:10: lines[1].to must be given, a point [x, y] in metres",
                "store.yaml:11: lines[2].entrance [mian] must be the id of an entrance under entrances; did you mean main?",
                "store.yaml:12: lines[3].id [a] must be used once; line 9 has a line of this id",
                "store.yaml:12: lines[3].from [1] must be a point [x, y] in metres");
    }

    @Test
    void aCarParkHasBaysOrNone() {
        assertThat(Samples.config(Samples.MINIMAL + "car-parks: [{id: p1, bays: 60}, {id: p2}]\n")
                        .carParks())
                .hasSize(2);
        assertRefused(
                Samples.MINIMAL + "car-parks: [{id: p1, bays: 0}]\n",
                "store.yaml:7: car-parks[0].bays [0] must be a whole number, 1 or more");
    }
}
