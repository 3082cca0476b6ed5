package dev.footfall.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.Figures;
import dev.footfall.metrics.counting.LearnedFactors;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Observation;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PastDayTest {
    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");

    private final StoreConfig config = TestStore.loaded(TestStore.DOOR).config();
    private final DayFold day = new DayFold(config, config.calendar().dayOf(TEN), LearnedFactors.NONE);

    private void alive(Instant from) {
        for (Instant at = from; at.isBefore(day.day().window().end()); at = at.plusSeconds(300)) {
            day.add(Observation.of(new SensorId("door"), at, Fact.Heartbeat.BARE));
        }
    }

    private void comesIn(Instant at, int people) {
        day.add(Observation.of(new SensorId("door"), at, Fact.Crossing.event(people, 0)));
    }

    @Test
    void aMomentLiesBetweenTwoQuartersInAStraightLine() {
        alive(day.day().window().start());
        comesIn(TEN.plusSeconds(60), 30);
        PastDay past = new PastDay(day, null);

        assertThat(past.at(TEN, Figures::footfall)).isCloseTo(0, within(1e-9));
        assertThat(past.at(TEN.plusSeconds(300), Figures::footfall)).isCloseTo(10, within(1e-9));
        assertThat(past.at(TEN.plusSeconds(900), Figures::footfall)).isCloseTo(30, within(1e-9));
        assertThat(past.at(day.day().window().end(), Figures::footfall)).isCloseTo(30, within(1e-9));
    }

    @Test
    void whatWasNotValidIsNoReference() {
        comesIn(TEN, 30);

        assertThat(new PastDay(day, null).at(TEN.plusSeconds(7200), Figures::footfall))
                .isNull();
    }
}
