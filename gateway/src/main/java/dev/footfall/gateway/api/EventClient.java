package dev.footfall.gateway.api;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One open event stream. A client that does not read gets no queue: of what it misses only the newest event is kept. The
 * server's idle timeout ends a connection on which nothing moves.
 */
final class EventClient {
    private static final int QUEUE_BYTES = 64 * 1024;

    private final HttpServerResponse response;
    private final Context context;
    private @Nullable Buffer newest;

    /** To be made on the request's event loop. {@code gone} is told once the stream is over. */
    EventClient(Vertx vertx, HttpServerResponse response, Consumer<EventClient> gone) {
        this.response = response;
        this.context = vertx.getOrCreateContext();
        response.setWriteQueueMaxSize(QUEUE_BYTES);
        response.drainHandler(drained -> catchUp());
        response.exceptionHandler(broken -> gone.accept(this));
        response.closeHandler(closed -> gone.accept(this));
        response.endHandler(ended -> gone.accept(this));
    }

    /** Sends the frame now, or keeps it in place of an older one until the client reads on. From any thread. */
    void offer(Buffer frame) {
        context.runOnContext(here -> {
            if (response.closed() || response.ended()) {
                return;
            }
            if (response.writeQueueFull()) {
                newest = frame;
            } else {
                write(frame);
            }
        });
    }

    void end() {
        context.runOnContext(here -> {
            if (!response.ended() && !response.closed()) {
                response.end().onFailure(ClientGone::ignore);
            }
        });
    }

    private void catchUp() {
        Buffer frame = newest;
        newest = null;
        if (frame != null && !response.ended()) {
            write(frame);
        }
    }

    private void write(Buffer frame) {
        response.write(frame).onFailure(ClientGone::ignore);
    }
}
