package dev.footfall.relay.wire;

import dev.footfall.relay.outbox.OutboxEntry;
import dev.footfall.relay.outbox.Position;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive events that travel and are confirmed together.
 *
 * @param events in outbox order, at least one
 */
public record Batch(List<EncodedEvent> events) {

    /** Content type of {@link #payload()}. */
    public static final String CONTENT_TYPE = "application/cloudevents-batch+json";

    /** The brackets; each event brings one separator more, but for the first. */
    private static final int FRAME = 2;

    public Batch {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a batch must hold at least one event");
        }
        events = List.copyOf(events);
    }

    /**
     * As many of the first entries as fit, and one in any case.
     *
     * @param entries consecutive, at least one
     * @param maxBytes what {@link #payload()} should not exceed
     */
    public static Batch of(List<OutboxEntry> entries, EventWriter writer, int maxBytes) {
        List<EncodedEvent> fitting = new ArrayList<>();
        int bytes = FRAME;
        for (OutboxEntry entry : entries) {
            EncodedEvent event = writer.write(entry);
            bytes += event.json().length + (fitting.isEmpty() ? 0 : 1);
            if (bytes > maxBytes && !fitting.isEmpty()) {
                break;
            }
            fitting.add(event);
        }
        return new Batch(fitting);
    }

    /** Where the outbox stands once this batch is stored. */
    public Position last() {
        return events.getLast().position();
    }

    public int size() {
        return events.size();
    }

    /** The batch as one JSON array. */
    public byte[] payload() {
        var out = new ByteArrayOutputStream(events.size() * 512);
        char separator = '[';
        for (EncodedEvent event : events) {
            out.write(separator);
            out.writeBytes(event.json());
            separator = ',';
        }
        out.write(']');
        return out.toByteArray();
    }
}
