package dev.footfall.gateway.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.Message;
import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Receipt;
import dev.footfall.gateway.intake.Source;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.measurement.Measurement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstFiguresTest {
    private static final Instant MORNING = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant NOW = MORNING.plus(Duration.ofHours(3));

    @TempDir
    Path folder;

    @Test
    void historyThatWasFedBeforeTheStartIsInTheFirstFigures() throws Exception {
        try (Journal journal = Journal.open(folder, "test", "", NOW);
                GatewayMetrics metrics = new GatewayMetrics();
                Pipeline pipeline = Pipeline.living(
                        TestStore.loaded(TestStore.DOOR).config(), journal, new Pseudonyms(null), metrics, () -> NOW)) {
            pipeline.replay(
                    messages -> {
                        for (Instant at = MORNING; at.isBefore(NOW); at = at.plusSeconds(300)) {
                            messages.accept(crossing(at));
                        }
                    },
                    false);
            pipeline.start();
            assertThat(pipeline.view().live().hours())
                    .filteredOn(hour -> !hour.window().start().isBefore(MORNING))
                    .extracting(Measurement::value)
                    .containsExactly(12.0, 12.0, 12.0);
        }
    }

    private static Arrival crossing(Instant at) {
        byte[] payload = "{\"type\":\"crossing\",\"in\":1,\"out\":1}".getBytes(UTF_8);
        return new Arrival(
                Source.REPLAY, "", Message.of("footfall/in/door", payload), at, 0, false, null, null, Receipt.NONE);
    }
}
