package dev.footfall.relay.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.relay.broker.HeadOffice;
import dev.footfall.relay.outbox.InMemoryOutbox;
import dev.footfall.relay.outbox.Measurements;
import dev.footfall.relay.outbox.OutboxEntry;
import dev.footfall.relay.outbox.Position;
import io.cloudevents.CloudEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final EventWriter writer = new EventWriter(new MeasurementJson("sh-0042", null));

    private static List<OutboxEntry> entries(int count) {
        var outbox = new InMemoryOutbox();
        outbox.append(Measurements.FIRST, Measurements.footfalls(0, count));
        return outbox.after(Position.START, count);
    }

    @Test
    void theSdkReadsEveryEventOfTheArray() {
        Batch batch = Batch.of(entries(3), writer, Integer.MAX_VALUE);

        assertThat(HeadOffice.read(batch.payload()))
                .extracting(CloudEvent::getId)
                .containsExactly("sh-0042/1/1", "sh-0042/1/2", "sh-0042/1/3");
        assertThat(batch.last()).isEqualTo(new Position(1, 3));
    }

    @Test
    void asManyEntriesAsFitAreTaken() {
        int exact = Batch.of(entries(5), writer, Integer.MAX_VALUE).payload().length;

        assertThat(Batch.of(entries(9), writer, exact).size()).isEqualTo(5);
        assertThat(Batch.of(entries(9), writer, exact).payload()).hasSize(exact);
        assertThat(Batch.of(entries(9), writer, exact - 1).size()).isEqualTo(4);
    }

    @Test
    void oneEntryIsTakenHoweverLargeItIs() {
        assertThat(Batch.of(entries(3), writer, 1).size()).isEqualTo(1);
    }

    @Test
    void thereIsNoEmptyBatch() {
        assertThatThrownBy(() -> Batch.of(List.of(), writer, 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
