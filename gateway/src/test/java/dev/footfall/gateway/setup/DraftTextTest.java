package dev.footfall.gateway.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.config.ConfigLoader;
import dev.footfall.gateway.config.LoadResult;
import dev.footfall.gateway.setup.Draft.Line;
import dev.footfall.gateway.setup.Draft.Plan;
import dev.footfall.gateway.setup.Draft.Spot;
import dev.footfall.gateway.setup.Draft.Zone;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTextTest {
    private static final String BLOCK = """
            # A store 🏬 with remarks.
            store:
              id: a
              name: "Läden 商店"   # shown on top
              time-zone: UTC
              capacity: 120   # fire brigade, 2025
              hours:
                mon-sat: "10:00-20:00"
                # no Sundays

            zones:
              # next to the door
              - id: shoes
                name: Shoes   # was: Boots
                polygon: [[0, 0], [4, 0], [4, 4], [0, 4]]
              - id: till
                kind: queue
                polygon: [[5, 0], [9, 0], [9, 4], [5, 4]]
              # the end of zones

            # devices
            sensors:
              - { id: one, driver: native }   # one of two
              - id: two
                driver: native
                position-m: [1, 1]
            """;
    private static final String FLOW = """
            { store: { id: a, name: A, time-zone: UTC, hours: { mon: "10:00-20:00" } },
              zones: [ { id: shoes, polygon: [[0, 0], [4, 0], [4, 4]] }, { id: till, polygon: [[5, 0], [9, 0], [9, 4]] } ],
              sensors: [ { id: one, driver: native }, { id: two, driver: native, position-m: [1, 1] } ] }
            """;

    @Test
    void everyOtherCharacterStaysAsItIs() {
        Draft draft = draft(BLOCK);
        List<Zone> zones = new ArrayList<>(draft.zones());
        zones.set(0, new Zone("shoes", "Shoes", "display", "10s", square("0", "0", "4.5", "4")));
        zones.add(new Zone("hats", "Hats \"and\" caps", "display", "10s", square("0", "6", "3", "9")));
        String changed = DraftText.change(
                BLOCK,
                draft,
                new Draft(
                        "90",
                        draft.plan(),
                        draft.hours(),
                        draft.exceptions(),
                        zones,
                        List.of(new Line("aisle", spot("0", "5"), spot("9", "5"), "")),
                        Map.of("one", spot("2", "3"))));

        assertThat(changed).isEqualTo("""
                # A store 🏬 with remarks.
                store:
                  id: a
                  name: "Läden 商店"   # shown on top
                  time-zone: UTC
                  capacity: 90   # fire brigade, 2025
                  hours:
                    mon-sat: "10:00-20:00"
                    # no Sundays

                zones:
                  # next to the door
                  - id: shoes
                    name: Shoes   # was: Boots
                    polygon: [[0, 0], [4.5, 0], [4.5, 4], [0, 4]]
                  - id: till
                    kind: queue
                    polygon: [[5, 0], [9, 0], [9, 4], [5, 4]]
                  - id: hats
                    name: "Hats \\"and\\" caps"
                    kind: display
                    polygon: [[0, 6], [3, 6], [3, 9], [0, 9]]
                    engaged-after: 10s
                  # the end of zones

                # devices
                sensors:
                  - { id: one, driver: native, position-m: [2, 3] }   # one of two
                  - id: two
                    driver: native

                lines:
                  - id: aisle
                    from: [0, 5]
                    to: [9, 5]
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BLOCK,
                FLOW,
                "store: {id: a, name: A, time-zone: UTC}\nsensors: []\nzones:\nlines: []",
                BLOCK_CRLF
            })
    void whatIsWrittenIsReadAgainAsItWasMeant(String text) {
        Draft draft = draft(text);
        Map<String, String> hours = new TreeMap<>(Map.of("mon", "10:00-13:00, 15:00-24:00", "sun", "20:00-02:00"));
        for (String day : List.of("tue", "wed", "thu", "fri", "sat")) {
            hours.put(day, "closed");
        }
        boolean hasSensors = text.contains("id: one");
        Draft wanted = new Draft(
                "7",
                new Plan("floor-plan-0123456789abcdef.png", "12.5", "8"),
                hours,
                Map.of("2027-02-17", "closed", "2026-10-01", "09:00-23:00"),
                List.of(
                        new Zone("till", "true", "queue", "0s", square("0", "0", "2", "2")),
                        new Zone("neu", "a: b # c \\ \u2028 商", "staff", "1500ms", square("3", "0", "5", "2"))),
                List.of(new Line("x", spot("0", "0.25"), spot("1", "1"), "")),
                hasSensors ? Map.of("one", spot("1.5", "0")) : Map.of());
        String changed = DraftText.change(text, draft, wanted);

        assertThat(draft(changed)).isEqualTo(wanted);
        Draft bare = new Draft("", Plan.NONE, Map.of(), Map.of(), List.of(), List.of(), Map.of());
        String bared = DraftText.change(changed, wanted, bare);
        assertThat(draft(bared)).isEqualTo(bare);
        assertThat(draft(DraftText.change(bared, bare, wanted))).isEqualTo(wanted);
    }

    @Test
    void anotherPictureLeavesTheRestOfThePlanAsItIs() {
        String text = BLOCK + "floor-plan:\n  # from the architect\n  image: old.svg\n  width-m: 40   # wall to wall\n"
                + "  height-m: 25\n";
        Draft draft = draft(text);
        Draft wanted = new Draft(
                draft.capacity(),
                new Plan("new plan.svg", "40", "26.5"),
                draft.hours(),
                draft.exceptions(),
                draft.zones(),
                draft.lines(),
                draft.places());

        assertThat(DraftText.change(text, draft, wanted))
                .isEqualTo(text.replace("old.svg", "\"new plan.svg\"").replace("height-m: 25", "height-m: 26.5"));
    }

    private static final String BLOCK_CRLF = "store:\r\n  id: a\r\n  name: A\r\n  time-zone: UTC\r\n"
            + "zones:\r\n- id: till # here\r\n  polygon: [[0, 0], [1, 0], [1, 1]]\r\nsensors:\r\n- id: one\r\n  driver: native";

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "example", "full"})
    void ourOwnConfigurationsAreChangedAndChangedBack(String name) throws IOException {
        String text = Files.readString(Path.of("../config", name, "store.yaml"));
        Draft draft = draft(text);
        Draft bare = new Draft("", Plan.NONE, Map.of(), Map.of(), draft.zones(), List.of(), Map.of());
        String bared = DraftText.change(text, draft, bare);

        assertThat(draft(bared)).isEqualTo(bare);
        assertThat(draft(DraftText.change(bared, bare, draft))).isEqualTo(draft);
        assertThat(DraftText.change(text, draft, draft)).isEqualTo(text);
    }

    private static Draft draft(String text) {
        LoadResult result = ConfigLoader.parse("store.yaml", text, null);
        assertThat(result).as(text).isInstanceOf(LoadResult.Loaded.class);
        return Draft.of(((LoadResult.Loaded) result).config());
    }

    private static List<Spot> square(String left, String top, String right, String bottom) {
        return List.of(spot(left, top), spot(right, top), spot(right, bottom), spot(left, bottom));
    }

    private static Spot spot(String x, String y) {
        return new Spot(new BigDecimal(x), new BigDecimal(y));
    }
}
