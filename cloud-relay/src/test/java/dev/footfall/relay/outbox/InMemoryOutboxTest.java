package dev.footfall.relay.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.measurement.Measurement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryOutboxTest extends OutboxContract {
    private final InMemoryOutbox outbox = new InMemoryOutbox(7);

    @Override
    protected Outbox outbox() {
        return outbox;
    }

    @Override
    protected void append(Instant recordedAt, List<Measurement> measurements) {
        outbox.append(recordedAt, measurements);
    }

    @Test
    void aNewEpochFollowsTheOldOneAndCountsFromOne() {
        outbox.append(Measurements.FIRST, Measurements.footfalls(0, 2));
        outbox.beginEpoch(9);
        outbox.append(Measurements.FIRST, Measurements.footfalls(2, 3));

        assertThat(outbox.after(new Position(7, 1), 10))
                .extracting(OutboxEntry::position)
                .containsExactly(new Position(7, 2), new Position(9, 1));
        assertThatThrownBy(() -> outbox.beginEpoch(9)).hasMessageContaining("greater than [9]");
    }
}
