package dev.footfall.relay.wire;

import dev.footfall.relay.outbox.OutboxEntry;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Writes outbox entries of one store as CloudEvents 1.0 in JSON. The same entry gives the same bytes each time, above all
 * the same id: whoever receives it twice can tell.
 */
public final class EventWriter {

    /** The event type; a change of meaning is a new version. */
    public static final String TYPE = "dev.footfall.measurement.v1";

    /** Wide enough for every sequence number, so that the text sorts as the number does. */
    private static final int SEQUENCE_DIGITS = 19;

    private final JsonFormat format = new JsonFormat();
    private final MeasurementJson measurements;
    private final URI source;

    public EventWriter(MeasurementJson measurements) {
        this.measurements = measurements;
        source = URI.create("/stores/" + measurements.store());
    }

    /** One entry as a CloudEvent in structured JSON. */
    public EncodedEvent write(OutboxEntry entry) {
        String id = measurements.store() + "/" + entry.position();
        CloudEvent event = CloudEventBuilder.v1()
                .withId(id)
                .withSource(source)
                .withType(TYPE)
                .withTime(entry.recordedAt().atOffset(ZoneOffset.UTC))
                .withExtension("sequence", sequence(entry.seq()))
                .withData("application/json", measurements.bytes(entry.measurement()))
                .build();
        return new EncodedEvent(entry.position(), id, format.serialize(event));
    }

    private static String sequence(long seq) {
        return String.format(Locale.ROOT, "%0" + SEQUENCE_DIGITS + "d", seq);
    }
}
