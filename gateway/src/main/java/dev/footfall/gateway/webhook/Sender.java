package dev.footfall.gateway.webhook;

import dev.footfall.relay.uplink.PublishResult;
import dev.footfall.relay.uplink.PublishResult.Retry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;

/** Sends one message at a time and waits for the answer. */
final class Sender implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LARGEST_ANSWER = 64 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final InstantSource clock;

    Sender(InstantSource clock) {
        this.clock = clock;
    }

    PublishResult send(Target target, Envelope.Request request) throws InterruptedException {
        HttpRequest.Builder sending = HttpRequest.newBuilder(request.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "footfall")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(sending::header);
        try {
            return answer(client.send(
                            sending.build(),
                            HttpResponse.BodyHandlers.limiting(
                                    HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER)))
                    .judge(target.webhook().kind(), clock.instant());
        } catch (HttpTimeoutException e) {
            return Retry.of("it has not answered for " + PATIENCE.toSeconds() + " s");
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return Retry.of("it cannot be reached: " + why);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        HttpHeaders headers = response.headers();
        return new Answer(
                response.statusCode(),
                headers.firstValue("Retry-After").orElse(null),
                headers.firstValue("Content-Type").orElse(""),
                response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
