package dev.footfall.relay.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.relay.outbox.Measurements;
import dev.footfall.relay.outbox.OutboxEntry;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class EventWriterTest {
    private static final Instant RECORDED = Instant.parse("2026-11-22T12:00:00.125Z");
    private final MeasurementJson json = new MeasurementJson("sh-0042", "CNY");
    private final EventWriter writer = new EventWriter(json);

    private static OutboxEntry entry(long epoch, long seq) {
        return new OutboxEntry(epoch, seq, RECORDED, Measurements.footfall(8));
    }

    @Test
    void anEntryIsACloudEventThatTheSdkReads() {
        EncodedEvent encoded = writer.write(entry(1764, 12));

        CloudEvent event = new JsonFormat().deserialize(encoded.json());
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getId()).isEqualTo("sh-0042/1764/12").isEqualTo(encoded.id());
        assertThat(event.getSource()).isEqualTo(URI.create("/stores/sh-0042"));
        assertThat(event.getType()).isEqualTo("dev.footfall.measurement.v1");
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-11-22T12:00:00.125Z"));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtension("sequence")).isEqualTo("0000000000000000012");
    }

    @Test
    void theDataIsTheMeasurementUnchanged() {
        CloudEvent event =
                new JsonFormat().deserialize(writer.write(entry(1, 1)).json());

        assertThat(MeasurementReader.read(requireNonNull(event.getData()).toBytes()))
                .isEqualTo(new MeasurementReader.StoreRow("sh-0042", Measurements.footfall(8)));
    }

    @Test
    void theWholeEventIsWrittenLikeThis() {
        assertThat(new String(writer.write(entry(1, 9)).json(), UTF_8)).isEqualTo("""
                {"specversion":"1.0","id":"sh-0042/1/9","source":"/stores/sh-0042","type":"dev.footfall.measurement.v1",\
                "datacontenttype":"application/json","time":"2026-11-22T12:00:00.125Z","sequence":"0000000000000000009",\
                "data":{"store":"sh-0042","metric":"footfall","scope":"store","grain":"15m",\
                "start":"2026-11-22T04:00:00Z","end":"2026-11-22T04:15:00Z","value":8,"unit":"people",\
                "low":7.2,"high":16,"completeness":1,"state":"valid","reason":null,"revision":0,\
                "definition":"footfall/1","basis":"counter"}}""");
    }

    @Test
    void sequencesSortAsTextTheWayTheyDoAsNumbers() {
        String nine = sequence(9);
        String ten = sequence(10);
        String most = sequence(Long.MAX_VALUE);

        assertThat(nine).isLessThan(ten);
        assertThat(ten).isLessThan(most);
    }

    @Test
    void theSameEntryGivesTheSameBytesEachTime() {
        assertThat(writer.write(entry(3, 4)).json())
                .isEqualTo(writer.write(entry(3, 4)).json());
    }

    private String sequence(long seq) {
        CloudEvent event =
                new JsonFormat().deserialize(writer.write(entry(1, seq)).json());
        return String.valueOf(event.getExtension("sequence"));
    }
}
