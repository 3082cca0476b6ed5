package dev.footfall.gateway.api;

import dev.footfall.measurement.Measurement;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * Sends many rows in slices, so that neither a slow reader fills the memory nor a long answer holds up the event loop. Runs
 * on the event loop of the request.
 */
final class RowStream {
    private static final int SLICE = 64 * 1024;

    /** How rows are laid out: {@code prefix row (separator row)* suffix}. */
    record Format(
            String contentType, String prefix, String separator, String suffix, Function<Measurement, byte[]> row) {}

    private final HttpServerResponse response;
    private final Format format;
    private final Iterator<Measurement> rows;
    private final Context context;
    private boolean first = true;

    private RowStream(Vertx vertx, HttpServerResponse response, Format format, List<Measurement> rows) {
        this.response = response;
        this.format = format;
        this.rows = rows.iterator();
        this.context = vertx.getOrCreateContext();
    }

    static void send(Vertx vertx, HttpServerResponse response, Format format, List<Measurement> rows) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, format.contentType()).setChunked(true);
        new RowStream(vertx, response, format, rows).next();
    }

    private void next() {
        if (response.closed()) {
            return;
        }
        Buffer slice = slice();
        if (!rows.hasNext()) {
            response.end(slice.appendString(format.suffix())).onFailure(ClientGone::ignore);
            return;
        }
        response.write(slice).onFailure(ClientGone::ignore);
        if (response.writeQueueFull()) {
            response.drainHandler(drained -> next());
        } else {
            context.runOnContext(later -> next());
        }
    }

    private Buffer slice() {
        Buffer slice = Buffer.buffer(SLICE + 1024);
        if (first) {
            slice.appendString(format.prefix());
        }
        while (rows.hasNext() && slice.length() < SLICE) {
            if (!first) {
                slice.appendString(format.separator());
            }
            first = false;
            slice.appendBytes(format.row().apply(rows.next()));
        }
        return slice;
    }
}
