package dev.footfall.relay.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.relay.outbox.InMemoryOutbox;
import dev.footfall.relay.outbox.Measurements;
import dev.footfall.relay.outbox.Position;
import dev.footfall.relay.uplink.PublishResult.Retry;
import dev.footfall.relay.uplink.PublishResult.Stored;
import dev.footfall.relay.wire.Batch;
import dev.footfall.relay.wire.EncodedEvent;
import dev.footfall.relay.wire.EventWriter;
import dev.footfall.relay.wire.MeasurementJson;
import dev.footfall.relay.wire.StoreStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every uplink keeps, whatever it is made of. */
public abstract class UplinkContract {
    protected static final StoreStatus ONLINE = StoreStatus.online(Measurements.FIRST, 3, new Position(1, 7));
    protected static final StoreStatus STOPPED = StoreStatus.stopped(Measurements.FIRST, 3, new Position(1, 7));

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final EventWriter writer = new EventWriter(new MeasurementJson("sh-0042", "CNY"));

    /** The uplink under test; the same one for the whole test. */
    protected abstract Uplink uplink();

    /** The ids of the events that arrived, copies included. */
    protected abstract List<String> arrived();

    /** The status that head office sees: {@code online}, {@code offline}; empty if it sees none. */
    protected abstract String statusSeen();

    /** Nothing goes through, until healed. */
    protected abstract void breakLink();

    protected abstract void healLink();

    /** Entries {@code from} (included) to {@code to} (not) of an outbox that grows with the test. */
    protected Batch batch(int from, int to) {
        int known = outbox.after(Position.START, Integer.MAX_VALUE).size();
        if (to > known) {
            outbox.append(Measurements.FIRST, Measurements.footfalls(known, to));
        }
        return Batch.of(outbox.after(new Position(1, from), to - from), writer, Integer.MAX_VALUE);
    }

    protected static List<String> ids(Batch batch) {
        return batch.events().stream().map(EncodedEvent::id).toList();
    }

    @Test
    void whatIsStoredArrivesWholeAndInOrder() {
        Batch first = batch(0, 3);
        Batch second = batch(3, 5);

        assertThat(uplink().publish(first)).isInstanceOf(Stored.class);
        assertThat(uplink().publish(second)).isInstanceOf(Stored.class);

        Batch all = batch(0, 5);
        await().untilAsserted(() -> assertThat(arrived()).isEqualTo(ids(all)));
    }

    @Test
    void aBrokenLinkIsToldAndTheSameUplinkDeliversOnceItIsHealed() {
        Batch batch = batch(0, 2);
        uplink().announce(ONLINE);
        breakLink();

        await().untilAsserted(() -> assertThat(uplink().publish(batch)).isInstanceOf(Retry.class));
        healLink();

        await().pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(uplink().publish(batch)).isInstanceOf(Stored.class));
        await().untilAsserted(() -> assertThat(arrived()).containsAll(ids(batch)));
    }

    @Test
    void theStatusIsSeenAndAGoodbyeIsLeft() {
        assertThat(uplink().announce(ONLINE)).isInstanceOf(Stored.class);
        await().untilAsserted(() -> assertThat(statusSeen()).isEqualTo("online"));

        uplink().close(STOPPED);

        await().untilAsserted(() -> assertThat(statusSeen()).isEqualTo("offline"));
    }

    @Test
    void closingTwiceIsHarmlessAndNothingGoesOutAfterwards() {
        uplink().close(STOPPED);
        uplink().close(STOPPED);

        assertThat(uplink().publish(batch(0, 1))).isInstanceOf(Retry.class);
        assertThat(uplink().announce(ONLINE)).isInstanceOf(Retry.class);
        assertThat(arrived()).isEmpty();
    }
}
