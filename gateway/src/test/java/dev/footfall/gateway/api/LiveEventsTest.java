package dev.footfall.gateway.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.gateway.api.LiveFigures.ZoneNow;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveEventsTest {
    private static final LiveEvents.Pace HASTY =
            new LiveEvents.Pace(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(250));
    private ApiServer server = new ApiServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStreamBeginsWithTheFiguresOfNow() throws InterruptedException {
        try (var events = new EventStream(server, "Accept-Encoding", "gzip")) {
            assertThat(events.response().headers().firstValue("content-type"))
                    .hasValue("text/event-stream; charset=utf-8");
            assertThat(events.response().headers().firstValue("cache-control")).hasValue("no-store");
            assertThat(events.next(2_000)).isEqualTo("retry: 2000\n");
            assertThat(events.next(2_000))
                    .isEqualTo("id: 0\nevent: live\ndata: "
                            + server.get("/api/v1/live").body() + "\n");
        }
    }

    @Test
    void aChangeIsOnTheScreenWithinASecond() throws InterruptedException {
        try (var events = started()) {
            for (int i = 1; i <= 5; i++) {
                long start = System.nanoTime();
                server.view.change(server.figures.at(ApiServer.NOW.plusSeconds(i)));
                assertThat(events.next(5_000)).contains("\"at\":\"2026-11-22T06:32:1" + i + "Z\"");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            }
        }
    }

    @Test
    void aBurstOfChangesBecomesFewEventsAndTheLastIsTheNewest() throws InterruptedException {
        try (var events = started()) {
            for (int i = 1; i <= 200; i++) {
                server.view.change(server.figures.at(ApiServer.NOW.plusSeconds(i)));
            }
            String last = "\"at\":\"" + ApiServer.NOW.plusSeconds(200) + "\"";
            int count = 0;
            String event;
            do {
                event = events.next(5_000);
                count++;
            } while (event != null && !event.contains(last));

            assertThat(event).isNotNull();
            assertThat(count).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void eventsAreNumberedSoThatAGapCanBeSeen() throws InterruptedException {
        try (var events = started()) {
            server.view.change(server.figures.at(ApiServer.NOW.plusSeconds(1)));
            assertThat(events.next(5_000)).startsWith("id: 1\n");
            server.view.change(server.figures.at(ApiServer.NOW.plusSeconds(2)));
            assertThat(events.next(5_000)).startsWith("id: 2\n");
        }
    }

    @Test
    void aQuietStoreStillSendsItsFiguresAndComments() throws InterruptedException {
        restart();
        try (var events = started()) {
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                seen.add(ApiServer.known(events.next(5_000)));
            }
            assertThat(seen).contains(": heartbeat\n").anyMatch(event -> event.contains("event: live"));
        }
    }

    @Test
    void aStreamThatWasClosedIsForgotten() throws InterruptedException {
        try (var events = started()) {
            assertThat(events.next(1)).isNull();
            assertThat(server.api.openStreams()).isEqualTo(1);
        }
        await().untilAsserted(() -> assertThat(server.api.openStreams()).isZero());
    }

    @Test
    void aReaderThatDoesNotReadMissesEventsInsteadOfQueueingThem() throws Exception {
        try (Socket deaf = open();
                var events = started()) {
            await().untilAsserted(() -> assertThat(server.api.openStreams()).isEqualTo(2));
            for (int i = 1; i <= 40; i++) {
                server.view.change(large(ApiServer.NOW.plusSeconds(i)));
                assertThat(events.next(5_000)).contains("event: live");
            }

            String all = readUntil(deaf, "\"at\":\"" + ApiServer.NOW.plusSeconds(40) + "\"");

            assertThat(all.split("event: live", -1)).hasSizeLessThan(30);
        }
    }

    @Test
    void aReaderThatNeverReadsIsLetGo() throws Exception {
        restart();
        try (Socket deaf = open()) {
            await().untilAsserted(() -> assertThat(server.api.openStreams()).isEqualTo(1));
            server.view.change(large(ApiServer.NOW));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(server.api.openStreams()).isZero());
            assertThat(deaf.isConnected()).isTrue();
        }
    }

    @Test
    void closingTheApiEndsTheStreamsAndTheSubscription() throws InterruptedException {
        try (var events = started()) {
            server.api.close();

            String end = events.next(5_000);
            assertThat(end).isIn("END", "BROKEN");
            assertThat(server.view.listeners()).isZero();
        }
    }

    private void restart() {
        server.close();
        server = new ApiServer(
                ApiServer.Setup.USUAL, HASTY, HttpApi.serverOptions().setIdleTimeout(2));
    }

    /** Figures of more than a megabyte, so that a few of them fill every buffer on the way. */
    private LiveFigures large(Instant at) {
        LiveFigures usual = server.figures.at(at);
        List<ZoneNow> zones = Collections.nCopies(100, new ZoneNow("z", "x".repeat(12_000), 1.0, null, null, null));
        return new LiveFigures(
                usual.at(),
                usual.businessDay(),
                usual.lastEvent(),
                usual.occupancy(),
                usual.raw(),
                usual.capacity(),
                usual.arrivalsLast60m(),
                usual.firstSeenLast60m(),
                usual.footfallToday(),
                usual.dwellToday(),
                usual.hours(),
                usual.yesterday(),
                zones,
                usual.sensorsOk(),
                usual.sensorsTotal(),
                usual.relayPending(),
                usual.relayOldestSeconds());
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        socket.setSoTimeout(20_000);
        var text = new StringBuilder();
        byte[] part = new byte[1 << 16];
        while (text.indexOf(end, Math.max(0, text.length() - 3_000_000)) < 0) {
            int n = socket.getInputStream().read(part);
            assertThat(n).as("the stream must not end").isPositive();
            text.append(new String(part, 0, n, US_ASCII));
        }
        return text.toString();
    }

    private EventStream started() throws InterruptedException {
        var events = new EventStream(server);
        assertThat(events.next(5_000)).startsWith("retry:");
        assertThat(events.next(5_000)).contains("event: live");
        return events;
    }

    /** A connection with a tiny receive window whose owner never reads. */
    private Socket open() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(server.address());
        socket.getOutputStream().write("GET /api/v1/live/events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));
        return socket;
    }
}
