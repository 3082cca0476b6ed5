package dev.footfall.gateway.api;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every open screen what has changed, as server-sent events. A change is sent at once if the last event is at least
 * {@link Pace#shortestGap} old, else when that time is over, so that a burst of changes becomes few events. Each event is the
 * whole of {@code live}: whoever misses one has lost nothing with the next. Without a change the figures are sent again after
 * {@link Pace#longestGap}, which is how a screen tells a quiet store from a dead connection.
 *
 * <p>The state of the hub is touched on its own context only, that of a client on the client's.
 */
final class LiveEvents implements AutoCloseable {
    /**
     * How often something is sent.
     *
     * @param shortestGap between two changes
     * @param longestGap without any event
     * @param heartbeat between comments, for proxies that close what looks idle
     */
    record Pace(Duration shortestGap, Duration longestGap, Duration heartbeat) {
        static final Pace USUAL = new Pace(Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /** Far above the screens of one store; a bound all the same. */
    static final int MOST_CLIENTS = 256;

    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final Buffer HEARTBEAT = Buffer.buffer(": heartbeat\n\n");
    private static final Problem FULL = new Problem(
            503,
            "too-many-screens",
            "Too many open event streams",
            "Close screens that nobody looks at, then try again");

    private final Vertx vertx;
    private final Context context;
    private final Pace pace;
    private final Supplier<JsonBody> live;
    private final AutoCloseable subscription;
    private final Set<EventClient> clients = ConcurrentHashMap.newKeySet();
    private final long keepAlive;
    private final long heartbeat;
    private long sequence;
    private boolean resting;
    private boolean changed;
    private boolean sentSinceTick;

    LiveEvents(Vertx vertx, StoreView view, Pace pace, Supplier<JsonBody> live) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.pace = pace;
        this.live = live;
        this.keepAlive = vertx.setPeriodic(pace.longestGap().toMillis(), tick -> context.runOnContext(here -> tick()));
        this.heartbeat = vertx.setPeriodic(
                pace.heartbeat().toMillis(), tick -> clients.forEach(client -> client.offer(HEARTBEAT)));
        this.subscription = view.onLiveChange(() -> context.runOnContext(here -> changed()));
    }

    void open(RoutingContext request) {
        if (clients.size() >= MOST_CLIENTS) {
            FULL.send(request);
            return;
        }
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                // A compressor or a buffering proxy would hold events back.
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true);
        var client = new EventClient(vertx, request.response(), clients::remove);
        clients.add(client);
        client.offer(Buffer.buffer("retry: 2000\n\n"));
        context.runOnContext(here -> client.offer(frame()));
    }

    int clients() {
        return clients.size();
    }

    private void changed() {
        if (resting) {
            changed = true;
        } else {
            send();
        }
    }

    private void send() {
        resting = true;
        changed = false;
        vertx.setTimer(pace.shortestGap().toMillis(), rested -> context.runOnContext(here -> rested()));
        sentSinceTick = true;
        if (!clients.isEmpty()) {
            sequence++;
            Buffer frame = frame();
            clients.forEach(client -> client.offer(frame));
        }
    }

    private void rested() {
        resting = false;
        if (changed) {
            send();
        }
    }

    private void tick() {
        if (!sentSinceTick) {
            send();
        }
        sentSinceTick = false;
    }

    private Buffer frame() {
        return Buffer.buffer(4096)
                .appendString("id: " + sequence + "\nevent: live\ndata: ")
                .appendBuffer(live.get().bytes())
                .appendString("\n\n");
    }

    @Override
    public void close() {
        vertx.cancelTimer(keepAlive);
        vertx.cancelTimer(heartbeat);
        clients.forEach(EventClient::end);
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.warn("the event stream's subscription did not end cleanly", e);
        }
    }
}
