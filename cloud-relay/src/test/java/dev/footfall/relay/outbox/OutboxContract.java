package dev.footfall.relay.outbox;

import static dev.footfall.relay.outbox.Measurements.footfall;
import static dev.footfall.relay.outbox.Measurements.footfalls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.measurement.Measurement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every outbox keeps. A test class per implementation extends this and says how to append. */
public abstract class OutboxContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(30);
    private static final String HQ = "mqtts://hq.example.net:8883";

    /** The outbox under test: empty at first, the same one for the whole test. */
    protected abstract Outbox outbox();

    /** Commits these measurements in this order, recorded at that instant; returns after listeners were told. */
    protected abstract void append(Instant recordedAt, List<Measurement> measurements);

    @Test
    void anEmptyOutboxHasNothingPending() {
        assertThat(outbox().after(Position.START, 10)).isEmpty();
        assertThat(outbox().cursor(HQ)).isEqualTo(Position.START);
        assertThat(outbox().status(HQ)).isEqualTo(OutboxStatus.EMPTY);
    }

    @Test
    void entriesAreNumberedDenselyFromOneInOneEpoch() {
        append(NOON, footfalls(0, 3));
        append(LATER, footfalls(3, 5));

        List<OutboxEntry> entries = outbox().after(Position.START, 100);

        assertThat(entries).extracting(OutboxEntry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(entries).extracting(OutboxEntry::epoch).containsOnly(epoch());
        assertThat(entries).extracting(OutboxEntry::measurement).containsExactlyElementsOf(footfalls(0, 5));
        assertThat(entries).extracting(OutboxEntry::recordedAt).containsExactly(NOON, NOON, NOON, LATER, LATER);
    }

    @Test
    void readingGoesOnAfterAPositionAndStopsAtTheLimit() {
        append(NOON, footfalls(0, 10));

        List<OutboxEntry> page = outbox().after(new Position(epoch(), 3), 4);

        assertThat(page).extracting(OutboxEntry::seq).containsExactly(4L, 5L, 6L, 7L);
        assertThat(outbox().after(new Position(epoch(), 10), 4)).isEmpty();
        assertThatThrownBy(() -> outbox().after(Position.START, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRevisedMeasurementIsANewEntryAndTheOldOneStays() {
        append(NOON, List.of(footfall(1)));
        append(LATER, List.of(footfall(1).withRevision(1)));

        assertThat(outbox().after(Position.START, 10))
                .extracting(entry -> entry.measurement().revision())
                .containsExactly(0, 1);
    }

    @Test
    void eachTargetHasItsOwnCursor() {
        append(NOON, footfalls(0, 4));

        outbox().confirm(HQ, new Position(epoch(), 3));

        assertThat(outbox().cursor(HQ)).isEqualTo(new Position(epoch(), 3));
        assertThat(outbox().cursor("kafka://other:9092")).isEqualTo(Position.START);
        assertThat(outbox().status(HQ)).isEqualTo(new OutboxStatus(1, NOON));
        assertThat(outbox().status("kafka://other:9092")).isEqualTo(new OutboxStatus(4, NOON));
    }

    @Test
    void aCursorNeverMovesBack() {
        append(NOON, footfalls(0, 4));

        outbox().confirm(HQ, new Position(epoch(), 3));
        outbox().confirm(HQ, new Position(epoch(), 2));
        outbox().confirm(HQ, new Position(epoch(), 3));

        assertThat(outbox().cursor(HQ)).isEqualTo(new Position(epoch(), 3));
    }

    @Test
    void aPositionThatWasNeverWrittenCannotBeConfirmed() {
        append(NOON, footfalls(0, 2));
        Position beyond = new Position(epoch(), 3);

        assertThatThrownBy(() -> outbox().confirm(HQ, beyond)).isInstanceOf(IllegalArgumentException.class);

        assertThat(outbox().cursor(HQ)).isEqualTo(Position.START);
    }

    @Test
    void theStatusTellsTheOldestUnconfirmedEntry() {
        append(NOON, footfalls(0, 2));
        append(LATER, footfalls(2, 3));

        outbox().confirm(HQ, new Position(epoch(), 2));
        assertThat(outbox().status(HQ)).isEqualTo(new OutboxStatus(1, LATER));

        outbox().confirm(HQ, new Position(epoch(), 3));
        assertThat(outbox().status(HQ)).isEqualTo(OutboxStatus.EMPTY);
    }

    @Test
    void listenersHearOfEachCommitAfterItCanBeRead() {
        AtomicInteger seen = new AtomicInteger();
        try (var registration = outbox().onCommit(
                        () -> seen.set(outbox().after(Position.START, 100).size()))) {
            append(NOON, footfalls(0, 2));
            assertThat(seen).hasValue(2);
            append(NOON, footfalls(2, 3));
            assertThat(seen).hasValue(3);
        }
        append(NOON, footfalls(3, 4));
        assertThat(seen).hasValue(3);
    }

    private long epoch() {
        return outbox().after(Position.START, 1).getFirst().epoch();
    }
}
