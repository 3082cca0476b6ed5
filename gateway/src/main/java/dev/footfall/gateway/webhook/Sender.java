package dev.footfall.gateway.webhook;

import dev.footfall.relay.uplink.PublishResult;
import dev.footfall.relay.uplink.PublishResult.Retry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends one message at a time and waits for the answer; never from an event loop. */
final class Sender implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Digits of an answer's length: below 100 kB. */
    private static final int LONGEST_LENGTH = 5;

    private final HttpClient client;
    private final InstantSource clock;

    Sender(Vertx vertx, InstantSource clock) {
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setIdleTimeout((int) PATIENCE.toSeconds())
                .setKeepAlive(false));
    }

    PublishResult send(Target target, Envelope.Request request) throws InterruptedException {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(request.url().toString())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("User-Agent", "footfall");
        request.headers().forEach(options::putHeader);
        Future<Answer> answer = client.request(options)
                .compose(sending -> sending.send(Buffer.buffer(request.body())))
                .compose(Sender::read);
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .judge(target.webhook().kind(), clock.instant());
        } catch (TimeoutException e) {
            return Retry.of("it has not answered for " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Retry.of("it cannot be reached: " + cause.getMessage());
        }
    }

    private static Future<Answer> read(HttpClientResponse response) {
        String length = response.getHeader("Content-Length");
        if (length != null && length.length() > LONGEST_LENGTH) {
            return Future.failedFuture("its answer is too long to be one");
        }
        return response.body().map(body -> {
            String type = response.getHeader("Content-Type");
            return new Answer(
                    response.statusCode(),
                    response.getHeader("Retry-After"),
                    type == null ? "" : type,
                    body.getBytes());
        });
    }

    @Override
    public void close() {
        var ignored = client.close();
    }
}
