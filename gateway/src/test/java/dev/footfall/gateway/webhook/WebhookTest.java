package dev.footfall.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.alert.Alert;
import dev.footfall.gateway.journal.AlertNews;
import dev.footfall.gateway.journal.Commit;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.SqliteOutbox;
import dev.footfall.gateway.pipeline.TestStore;
import dev.footfall.gateway.webhook.FakeHook.Got;
import dev.footfall.gateway.webhook.FakeHook.Reply;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.reason.UnusualReason.LooksReal;
import dev.footfall.relay.link.BackOff;
import dev.footfall.relay.link.Secret;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Webhook;
import dev.footfall.store.StoreConfig.WebhookKind;
import dev.footfall.time.Window;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exceptions in a real journal, told to a real HTTP server. */
class WebhookTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final StoreConfig STORE = TestStore.loaded(TestStore.DOOR).config();

    @TempDir
    Path folder;

    private final FakeHook hook = new FakeHook();
    private final Map<String, Integer> counted = new TreeMap<>();
    private Instant now = NOON;
    private final InstantSource clock = () -> now;
    private Journal journal;
    private AlertNews news;

    @org.junit.jupiter.api.BeforeEach
    void open() {
        journal = Journal.open(folder, "test", "", NOON);
        news = new AlertNews(journal);
    }

    private void restart() {
        news.close();
        journal.close();
        open();
    }

    @AfterEach
    void stop() {
        hook.close();
        news.close();
        journal.close();
    }

    private WebhookRun run(WebhookKind kind, String token) {
        return run(kind, token, null, "en");
    }

    private WebhookRun run(
            WebhookKind kind, String token, @org.jspecify.annotations.Nullable String secret, String language) {
        var webhook = new Webhook("floor", kind, hook.url("/hook"), language, DAY);
        return new WebhookRun(
                new Target(
                        webhook,
                        token.isEmpty() ? null : new Secret(token),
                        secret == null ? null : new Secret(secret)),
                new WebhookRun.Parts(
                        news,
                        new Sentences(STORE, language),
                        new Envelope(STORE.store(), URI.create("https://kiosk.example.net/")),
                        new Sender(clock),
                        BackOff.DEFAULT,
                        new SplittableRandom(1),
                        clock),
                (target, outcome, messages) -> counted.merge(outcome, messages, Integer::sum));
    }

    private static Alert alert(Instant start, boolean open) {
        return new Alert(
                Metric.FOOTFALL,
                new Scope.Entrance("main"),
                new Window(start, start.plusSeconds(3600)),
                12.0,
                35.0,
                80.0,
                Alert.Kind.ANOMALY,
                start.plusSeconds(3600),
                new LooksReal(),
                open);
    }

    private void found(Alert... alerts) {
        Commit commit = new Commit();
        for (Alert alert : alerts) {
            commit.alert(alert);
        }
        journal.commit(commit, now);
    }

    /** Turns until it waits for news or for a failure to pass. */
    private static WebhookRun.Pause settle(WebhookRun run) throws InterruptedException {
        WebhookRun.Pause pause = run.round();
        while (pause.length().isZero()) {
            pause = run.round();
        }
        return pause;
    }

    @Test
    void slackIsToldWhatWhereHowMuchSinceWhenAndWhy() throws InterruptedException {
        WebhookRun run = run(WebhookKind.SLACK, "T1/B2/secret");
        found(alert(NOON.minusSeconds(3600), true));

        settle(run);

        assertThat(hook.got()).hasSize(1);
        Got got = hook.got().getFirst();
        assertThat(got.address().getPath()).isEqualTo("/hook/T1/B2/secret");
        assertThat(got.body().path("text").textValue())
                .isEqualTo("*New: Unusual · footfall · Main*\n"
                        + "12 (usual 35–80), since Sun 22 Nov 19:00\n"
                        + "Not what this weekday and hour lead to expect. it looks real: every sensor is heard.\n"
                        + "test\n<https://kiosk.example.net/#/exceptions|Open the kiosk>");
    }

    @Test
    void weComGetsMarkdownInChinese() throws InterruptedException {
        WebhookRun run = run(WebhookKind.WECOM, "k-1", null, "zh");
        found(alert(NOON.minusSeconds(3600), true));

        settle(run);

        Got got = hook.got().getFirst();
        assertThat(got.address().getQuery()).isEqualTo("key=k-1");
        assertThat(got.body().path("msgtype").textValue()).isEqualTo("markdown");
        assertThat(got.body().path("markdown").path("content").textValue())
                .startsWith("**新异常：异常值 · 客流 · Main**\n12（通常 35–80），自 11月22日")
                .contains("19:00 起")
                .endsWith("[打开看板](https://kiosk.example.net/#/exceptions)");
    }

    @Test
    void dingTalksSignatureIsThatOfItsSecret() throws InterruptedException, GeneralSecurityException {
        WebhookRun run = run(WebhookKind.DINGTALK, "a-t", "SEC1", "en");
        found(alert(NOON.minusSeconds(3600), true));

        settle(run);

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("SEC1".getBytes(UTF_8), "HmacSHA256"));
        String sign = Base64.getEncoder().encodeToString(mac.doFinal((NOON.toEpochMilli() + "\nSEC1").getBytes(UTF_8)));
        Got got = hook.got().getFirst();
        assertThat(got.address().getQuery())
                .isEqualTo("access_token=a-t&timestamp=" + NOON.toEpochMilli() + "&sign=" + sign);
        assertThat(got.body().path("markdown").path("title").textValue()).startsWith("New: ");
    }

    @Test
    void plainJsonHasTheWholeExceptionAndABearerToken() throws InterruptedException {
        WebhookRun run = run(WebhookKind.JSON, "t-1");
        found(alert(NOON.minusSeconds(3600), true));

        settle(run);

        JsonNode body = hook.got().getFirst().body();
        assertThat(hook.got().getFirst().authorization()).isEqualTo("Bearer t-1");
        assertThat(body.path("event").textValue()).isEqualTo("raised");
        assertThat(body.path("alert").path("high").doubleValue()).isEqualTo(80);
        assertThat(body.path("alert").path("id").textValue()).startsWith("anomaly.footfall.entrance.main.");
        assertThat(body.path("skipped").intValue()).isZero();
    }

    @Test
    void eachStateIsToldOnceInOrderAlsoOverARestart() throws InterruptedException {
        WebhookRun run = run(WebhookKind.JSON, "");
        found(alert(NOON.minusSeconds(7200), true), alert(NOON.minusSeconds(3600), true));
        settle(run);
        found(alert(NOON.minusSeconds(7200), true));
        settle(run);

        restart();
        WebhookRun again = run(WebhookKind.JSON, "");
        found(alert(NOON.minusSeconds(7200), true), alert(NOON.minusSeconds(7200), false));
        found(alert(NOON.minusSeconds(7200), false));
        settle(again);

        assertThat(hook.got())
                .extracting(got -> told(got.body()))
                .containsExactly(
                        "raised 2026-11-22T10:00:00Z", "raised 2026-11-22T11:00:00Z", "ended 2026-11-22T10:00:00Z");
    }

    private static String told(JsonNode body) {
        return body.path("event").textValue() + " "
                + body.path("alert").path("start").asText("");
    }

    @Test
    void whatFailsIsSentAgainAndNothingOvertakesIt() throws InterruptedException {
        WebhookRun run = run(WebhookKind.JSON, "");
        found(alert(NOON.minusSeconds(7200), true), alert(NOON.minusSeconds(3600), true));
        hook.answer(Reply.of(500, "{}"));

        assertThat(settle(run).endsWithNews()).isFalse();
        settle(run);

        assertThat(hook.got())
                .extracting(got -> told(got.body()))
                .containsExactly(
                        "raised 2026-11-22T10:00:00Z", "raised 2026-11-22T10:00:00Z", "raised 2026-11-22T11:00:00Z");
        assertThat(counted).containsEntry("failed", 1).containsEntry("sent", 2);
    }

    @Test
    void aWaitThatIsAskedForIsKept() throws InterruptedException {
        WebhookRun run = run(WebhookKind.SLACK, "t");
        found(alert(NOON.minusSeconds(3600), true));
        hook.answer(new Reply(429, "application/json", "{}", "120"));
        hook.answer(new Reply(503, "application/json", "{}", "Sun, 22 Nov 2026 12:05:00 GMT"));

        assertThat(settle(run).length()).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(133));
        assertThat(settle(run).length()).isBetween(Duration.ofMinutes(5), Duration.ofSeconds(331));
        assertThat(settle(run).endsWithNews()).isTrue();
    }

    @Test
    void anErrorCodeIsAFailureThoughTheStatusIs200() throws InterruptedException {
        WebhookRun run = run(WebhookKind.WECOM, "k");
        found(alert(NOON.minusSeconds(3600), true));
        hook.answer(Reply.of(200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}"));
        hook.answer(Reply.of(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}"));
        hook.answer(new Reply(200, "text/html", "{}", ""));

        assertThat(settle(run).length()).isGreaterThanOrEqualTo(BackOff.DEFAULT.afterRefusal());
        assertThat(settle(run).length()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(settle(run).endsWithNews()).isFalse();
        assertThat(settle(run).endsWithNews()).isTrue();

        assertThat(hook.got()).hasSize(4);
        assertThat(counted).containsEntry("failed", 3).containsEntry("sent", 1);
    }

    @Test
    void whatIsTooOldIsLeftOutAndItIsSaidHowMuch() throws InterruptedException {
        WebhookRun run = run(WebhookKind.JSON, "");
        found(alert(NOON.minusSeconds(7200), true), alert(NOON.minusSeconds(3600), true));
        now = NOON.plus(Duration.ofDays(2));
        found(alert(now.minusSeconds(3600), true));

        settle(run);

        assertThat(hook.got())
                .extracting(got -> told(got.body()))
                .containsExactly("skipped ", "raised " + now.minusSeconds(3600));
        assertThat(hook.got().getFirst().body().path("skipped").intValue()).isEqualTo(2);
        assertThat(hook.got().getFirst().body().path("title").textValue())
                .startsWith("2 messages about exceptions were not sent: they are older than 24 h.");
        assertThat(counted).containsEntry("skipped", 2);
    }

    @Test
    void aNewWebhookIsNotToldThePast() throws InterruptedException {
        found(alert(NOON.minusSeconds(3600), true));

        assertThat(settle(run(WebhookKind.JSON, "")).endsWithNews()).isTrue();
        assertThat(hook.got()).isEmpty();
    }

    @Test
    void noMoreThanTwentyAreSentInAMinute() throws InterruptedException {
        WebhookRun run = run(WebhookKind.WECOM, "k");
        for (int i = 1; i <= 25; i++) {
            found(alert(NOON.minusSeconds(i * 60L), true));
        }

        assertThat(settle(run)).isEqualTo(new WebhookRun.Pause(Duration.ofMinutes(1), false));
        assertThat(hook.got()).hasSize(20);
        now = NOON.plusSeconds(60);
        settle(run);
        assertThat(hook.got()).hasSize(25);
    }

    @Test
    void aCommitIsToldAtOnceByTheRunningThreadAndALackingCredentialStopsOnlyItsOwnWebhook()
            throws InterruptedException {
        var config = TestStore.loaded(TestStore.DOOR + """
                        alerts:
                          webhooks:
                            - { id: lost, kind: slack }
                            - { id: floor, kind: json, url: "%s" }
                        """.formatted(hook.url("/hook")))
                .config();
        try (SqliteOutbox outbox = new SqliteOutbox(journal);
                Webhooks webhooks = Webhooks.start(
                        new Webhooks.Parts(config, journal, BackOff.DEFAULT, new SplittableRandom(1), clock),
                        outbox,
                        Map.of(),
                        (target, outcome, messages) -> {})) {
            found(alert(NOON.minusSeconds(3600), true));
            outbox.committed();

            Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> webhooks.waiting() == 0);
        }
        assertThat(hook.got()).hasSize(1);
    }
}
