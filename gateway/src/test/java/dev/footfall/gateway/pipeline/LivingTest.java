package dev.footfall.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.Message;
import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.gateway.api.MeasurementQuery;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Receipt;
import dev.footfall.gateway.intake.Source;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.gateway.wiring.Replay;
import dev.footfall.measurement.Measurement;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day lived through by the writer, with a clock of our own, against the same day replayed. */
class LivingTest {
    private static final Instant START = Instant.parse("2026-11-21T20:00:30Z");
    private static final Window EVER = new Window(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    private record Sent(Instant at, String payload) {}

    @Test
    void livingThroughADayAndReplayingItGiveTheSameMeasurements() throws Exception {
        long seed = new java.security.SecureRandom().nextLong();
        List<Sent> day = day(seed);
        Path lived = folder.resolve("lived");
        StoreConfig config = TestStore.loaded(TestStore.DOOR).config();
        live(config, lived, day);

        Path capture = Files.write(
                folder.resolve("day.jsonl"),
                day.stream()
                        .map(sent -> "{\"at\":\"" + sent.at() + "\",\"topic\":\"footfall/in/door\",\"payload\":\""
                                + sent.payload().replace("\"", "\\\"") + "\"}")
                        .toList());
        Path replayed = folder.resolve("replayed");
        Replay.into(replayed, TestStore.loaded(TestStore.DOOR), List.of(capture), seen -> {});

        assertThat(published(lived)).as("seed %d", seed).isNotEmpty().isEqualTo(published(replayed));
    }

    /** Two hours past the day's end, so that the day is closed in both ways of running. */
    private static List<Sent> day(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Sent> day = new ArrayList<>();
        Instant at = START;
        while (at.isBefore(START.plusSeconds(26 * 3600))) {
            boolean in = random.nextBoolean();
            String time =
                    random.nextInt(10) == 0 ? ",\"at\":" + at.minusSeconds(3600).toEpochMilli() : "";
            day.add(new Sent(
                    at, "{\"type\":\"crossing\",\"in\":" + (in ? 1 : 0) + ",\"out\":" + (in ? 0 : 1) + time + "}"));
            at = at.plusMillis(random.nextInt(1000, 300_000));
        }
        return day;
    }

    private static void live(StoreConfig config, Path data, List<Sent> day) throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(START);
        try (Journal journal = Journal.open(data, "test", "", START);
                GatewayMetrics metrics = new GatewayMetrics();
                Pipeline pipeline = Pipeline.living(config, journal, new Pseudonyms(null), metrics, now::get)) {
            pipeline.start();
            for (Sent sent : day) {
                now.set(sent.at());
                CountDownLatch settled = new CountDownLatch(1);
                boolean room = pipeline.intake().offer(arrival(sent, (fate, reason) -> settled.countDown()));
                assertThat(room).isTrue();
                assertThat(settled.await(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(metrics.scrape()).contains("footfall_ledger_difference 0.0");
        }
    }

    private static Arrival arrival(Sent sent, Receipt receipt) {
        return new Arrival(
                Source.MQTT_LISTENER,
                "test",
                Message.of("footfall/in/door", sent.payload().getBytes(StandardCharsets.UTF_8)),
                sent.at(),
                0,
                false,
                null,
                null,
                receipt);
    }

    private static List<Measurement> published(Path data) {
        try (JournalReader reader = JournalReader.open(data)) {
            Window closedDay = new Window(Instant.parse("2026-11-21T20:00:00Z"), Instant.parse("2026-11-22T20:00:00Z"));
            assertThat(reader.published(EVER)).isNotEmpty();
            return reader.measurements(new MeasurementQuery(List.of(), List.of(), List.of(), closedDay));
        }
    }

    @Test
    void aRestartInTheMiddleOfTheDayChangesNoFigure() throws Exception {
        long seed = new java.security.SecureRandom().nextLong();
        List<Sent> day = day(seed);
        StoreConfig config = TestStore.loaded(TestStore.DOOR).config();
        live(config, folder.resolve("whole"), day);
        Path halves = folder.resolve("halves");
        live(config, halves, day.subList(0, day.size() / 2));
        live(config, halves, day.subList(day.size() / 2, day.size()));

        assertThat(published(halves)).as("seed %d", seed).isEqualTo(published(folder.resolve("whole")));
    }
}
