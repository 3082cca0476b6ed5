package dev.footfall.gateway.webhook;

import dev.footfall.gateway.journal.AlertNews;
import dev.footfall.gateway.journal.AlertNews.Entry;
import dev.footfall.relay.link.BackOff;
import dev.footfall.relay.link.Bell;
import dev.footfall.relay.link.Retries;
import dev.footfall.relay.outbox.Outbox;
import dev.footfall.relay.uplink.PublishResult;
import dev.footfall.relay.uplink.PublishResult.Refused;
import dev.footfall.relay.uplink.PublishResult.Retry;
import dev.footfall.relay.uplink.PublishResult.Stored;
import dev.footfall.relay.uplink.PublishResult.TooLarge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one webhook the news, in order: <b>read → send → confirm</b>. A crash between send and confirm tells one piece of news
 * twice; nothing else does. What has become too old by its turn is left out, and one message says how much that was.
 */
public final class WebhookRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookRun.class);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(3);
    private static final int LOOKED_AT = 1000;

    private final Target target;
    private final AlertNews news;
    private final Sentences sentences;
    private final Envelope envelope;
    private final Sender sender;
    private final InstantSource clock;
    private final Retries retries;
    private final WebhookReport report;
    private final Pace pace = new Pace();
    private final Bell bell = new Bell();
    private final Thread thread;
    private Outbox.@Nullable Registration registration;

    /** What a webhook needs of the gateway. */
    record Parts(
            AlertNews news,
            Sentences sentences,
            Envelope envelope,
            Sender sender,
            BackOff backOff,
            RandomGenerator random,
            InstantSource clock) {}

    WebhookRun(Target target, Parts parts, WebhookReport.Counts counts) {
        this.target = target;
        this.news = parts.news();
        this.sentences = parts.sentences();
        this.envelope = parts.envelope();
        this.sender = parts.sender();
        this.clock = parts.clock();
        this.retries = new Retries(parts.backOff(), parts.random());
        this.report = new WebhookReport(target.id(), counts);
        this.thread =
                Thread.ofPlatform().daemon().name("webhook " + target.id()).unstarted(this::run);
        news.begin(target.id());
    }

    /** Begins to tell what is committed from now on, and what waited. */
    void start(Outbox committed) {
        registration = committed.onCommit(bell::ring);
        thread.start();
    }

    /** How much this one has not been told yet. Asks the disk. */
    public long waiting() {
        return news.count(target.id());
    }

    private void run() {
        while (!bell.isClosed()) {
            Pause pause = guardedRound();
            bell.await(pause.length(), pause.endsWithNews());
        }
    }

    /** A wait, cut short by news or not. */
    record Pause(Duration length, boolean endsWithNews) {
        static final Pause NONE = new Pause(Duration.ZERO, true);
    }

    private Pause guardedRound() {
        try {
            return round();
        } catch (InterruptedException e) {
            bell.close();
            return Pause.NONE;
        } catch (RuntimeException e) {
            LOG.debug("webhook [{}]", target.id(), e);
            return failed(Retry.of("the journal failed: " + e.getMessage()));
        }
    }

    /** One turn of the loop: at most one message. */
    Pause round() throws InterruptedException {
        List<Entry> waiting = news.waiting(target.id(), LOOKED_AT);
        if (waiting.isEmpty()) {
            return new Pause(IDLE, true);
        }
        Instant now = clock.instant();
        Duration hold = pace.hold(now);
        if (!hold.isZero()) {
            return new Pause(hold, false);
        }
        int old = old(waiting, now);
        Message message = old == 0
                ? sentences.of(waiting.getFirst())
                : sentences.skipped(old, target.webhook().maxAge());
        pace.sent(now);
        PublishResult result = sender.send(target, envelope.of(target, message, now));
        return switch (result) {
            case Stored stored -> told(waiting.get(Math.max(1, old) - 1), old);
            case Retry retry -> failed(retry);
            case Refused refused -> failed(refused);
            case TooLarge tooLarge -> failed(tooLarge);
        };
    }

    /** How many of the oldest are not worth telling any more. */
    private int old(List<Entry> waiting, Instant now) {
        Instant oldest = now.minus(target.webhook().maxAge());
        int old = 0;
        while (old < waiting.size() && waiting.get(old).at().isBefore(oldest)) {
            old++;
        }
        return old;
    }

    private Pause told(Entry last, int skipped) {
        news.confirm(target.id(), last.seq());
        retries.succeeded(clock.instant());
        report.told(clock.instant(), skipped);
        return Pause.NONE;
    }

    private Pause failed(PublishResult failure) {
        report.failed(clock.instant(), failure);
        Duration asked = failure instanceof Retry retry ? retry.after() : null;
        return new Pause(retries.failed(!(failure instanceof Retry), asked, clock.instant()), false);
    }

    @Override
    public void close() throws InterruptedException {
        bell.close();
        if (registration != null) {
            registration.close();
        }
        if (thread.getState() != Thread.State.NEW && !thread.join(STOP)) {
            thread.interrupt();
            thread.join(STOP);
        }
    }
}
