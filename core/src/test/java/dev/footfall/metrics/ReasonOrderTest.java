package dev.footfall.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.observation.Fact;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonOrderTest {

    @Test
    void sensorsAreNamedInOneOrderWhoeverSpokeFirst() {
        TestStore store = TestStore.oneDoor().sensor("b", null, null, Map.of()).sensor("a", null, null, Map.of());
        Fact.Crossing named = new Fact.Crossing(1, 0, "main", Fact.Kind.EVENT, 0);

        TestDay ab = store.fold().add("a", "09:00", named).add("b", "09:00", named);
        TestDay ba = store.fold().add("b", "09:00", named).add("a", "09:00", named);

        assertThat(TestDay.row(ab.quarter("12:00"), Metric.ENTRIES, Scope.STORE).reason())
                .isEqualTo(TestDay.row(ba.quarter("12:00"), Metric.ENTRIES, Scope.STORE)
                        .reason())
                .isEqualTo("a silent 12:00\u201312:15; b silent 12:00\u201312:15; door-1 silent 12:00\u201312:15");
    }
}
