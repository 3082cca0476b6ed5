package dev.footfall.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.Message;
import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.gateway.api.Audit;
import dev.footfall.gateway.api.Marker;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Source;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts by hand and event markers in a living gateway with a clock of our own. */
class NotebookTest {
    private static final Instant TEN = Instant.parse("2026-11-22T02:00:00Z");
    private static final Scope MAIN = new Scope.Entrance("main");

    @TempDir
    Path folder;

    private volatile Instant now = TEN;
    private Journal journal;
    private GatewayMetrics metrics;
    private Pipeline pipeline;

    @BeforeEach
    void start() {
        journal = Journal.open(folder, "test", "", TEN);
        metrics = new GatewayMetrics();
        pipeline = Pipeline.living(
                TestStore.loaded(TestStore.DOOR).config(), journal, new Pseudonyms(null), metrics, () -> now);
        pipeline.start();
    }

    @AfterEach
    void stop() {
        pipeline.close();
        metrics.close();
        journal.close();
    }

    private void restart() {
        stop();
        start();
    }

    private void passes(int second) throws InterruptedException {
        now = TEN.plusSeconds(second);
        CountDownLatch settled = new CountDownLatch(1);
        byte[] payload = "{\"type\":\"crossing\",\"in\":1,\"out\":0}".getBytes(StandardCharsets.UTF_8);
        assertThat(pipeline.intake()
                        .offer(new Arrival(
                                Source.MQTT_LISTENER,
                                "test",
                                Message.of("footfall/in/door", payload),
                                now,
                                0,
                                false,
                                null,
                                null,
                                (fate, reason) -> settled.countDown())))
                .isTrue();
        assertThat(settled.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static Audit count(String id, int from, int to, int in) {
        return new Audit(
                id, MAIN, new Window(TEN.plusSeconds(from), TEN.plusSeconds(to)), in, 0, "Li Wei", "two abreast");
    }

    private static <T> T of(CompletionStage<T> answer) throws Exception {
        return answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void aCountIsHeldAgainstTheVerySecondsInWhichSomebodyCounted() throws Exception {
        for (int second : new int[] {95, 100, 150, 200, 399, 400}) {
            passes(second);
        }

        Audit.Judged judged = of(pipeline.audits().keep(count("count-0001", 100, 400, 5)));

        assertThat(judged.told()).isEqualTo(new Audit.Told(4.0, 0.0, false));
        assertThat(judged.entries().bias()).isEqualTo(-0.2);
        assertThat(judged.entries().more()).isPositive();
        assertThat(judged.exits().reason()).contains("nobody was counted by hand");
    }

    @Test
    void whatDevicesTellLateIsTakenUpUntilItIsSettledAndKeptOverARestart() throws Exception {
        passes(100);
        now = TEN.plusSeconds(400);
        of(pipeline.audits().keep(count("count-0001", 90, 400, 2)));
        passes(1000);
        now = TEN.plusSeconds(3600);

        Audit.Judged settled = of(pipeline.audits().newest()).getFirst();
        assertThat(settled.told()).isEqualTo(new Audit.Told(1.0, 0.0, true));

        restart();
        of(pipeline.audits().keep(count("count-0001", 90, 400, 77)));
        of(pipeline.audits().keep(count("count-0002", 900, 1100, 1)));
        assertThat(of(pipeline.audits().newest()))
                .extracting(judged -> judged.audit().id() + " " + judged.audit().in())
                .containsExactly("count-0002 1", "count-0001 2");
    }

    @Test
    void aTimeWithoutASensorIsNotKnown() throws Exception {
        now = TEN.plusSeconds(400);

        Audit.Judged judged = of(pipeline.audits().keep(count("count-0001", 90, 400, 2)));

        assertThat(judged.told().in()).isNull();
        assertThat(judged.entries().reason()).contains("does not know");
    }

    @Test
    void markersAreKeptOverARestartAndTheirNumbersAreNotUsedAgain() throws Exception {
        LocalDate day = LocalDate.parse("2026-11-11");
        Marker first = of(pipeline.markers().add("双11", day, day.plusDays(2)));
        Marker second = of(pipeline.markers().add("works in the street", day.plusDays(5), day.plusDays(5)));
        assertThat(of(pipeline.markers().remove(second.id()))).isTrue();
        assertThat(of(pipeline.markers().remove(second.id()))).isFalse();

        restart();

        assertThat(of(pipeline.markers().all())).containsExactly(first);
        assertThat(of(pipeline.markers().add("sale", day, day)).id()).isGreaterThan(second.id());
    }
}
