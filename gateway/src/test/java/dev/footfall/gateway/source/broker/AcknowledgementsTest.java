package dev.footfall.gateway.source.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.source.broker.Acknowledgements.Delivery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    private final Acknowledgements acknowledgements = new Acknowledgements();

    @Test
    void whatIsSettledIsGivenOnce() {
        Delivery first = acknowledgements.expect(7);

        assertThat(acknowledgements.takeSettled()).isEmpty();
        assertThat(acknowledgements.settle(first)).isTrue();
        assertThat(acknowledgements.takeSettled()).containsExactly(7);
        assertThat(acknowledgements.takeSettled()).isEmpty();
        assertThat(acknowledgements.size()).isZero();
    }

    @Test
    void aLaterOneWaitsForTheEarlier() {
        Delivery first = acknowledgements.expect(1);
        Delivery second = acknowledgements.expect(2);

        assertThat(acknowledgements.settle(second)).isFalse();
        assertThat(acknowledgements.takeSettled()).isEmpty();
        assertThat(acknowledgements.settle(first)).isTrue();
        assertThat(acknowledgements.takeSettled()).containsExactly(1, 2);
    }

    @Test
    void anyOrderOfCommitsGivesTheOrderOfArrival() {
        var random = new Random(42);
        for (int round = 0; round < 200; round++) {
            List<Delivery> deliveries = new ArrayList<>();
            List<Integer> expected = new ArrayList<>();
            for (int id = 1; id <= 20; id++) {
                deliveries.add(acknowledgements.expect(id));
                expected.add(id);
            }
            Collections.shuffle(deliveries, random);
            List<Integer> given = new ArrayList<>();
            for (Delivery delivery : deliveries) {
                if (acknowledgements.settle(delivery)) {
                    given.addAll(acknowledgements.takeSettled());
                }
            }
            assertThat(given).isEqualTo(expected);
        }
    }
}
