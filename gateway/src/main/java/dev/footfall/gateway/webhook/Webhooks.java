package dev.footfall.gateway.webhook;

import dev.footfall.gateway.journal.AlertNews;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.relay.link.BackOff;
import dev.footfall.relay.outbox.Outbox;
import dev.footfall.store.StoreConfig;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All configured webhooks of a running gateway. */
public final class Webhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    private final AlertNews news;
    private final Sender sender;
    private final List<WebhookRun> runs = new ArrayList<>();

    /** What they need of the gateway. */
    public record Parts(
            StoreConfig config, Journal journal, BackOff backOff, RandomGenerator random, InstantSource clock) {}

    /** Where messages are counted, by webhook and by what became of them. */
    public interface Counts extends WebhookReport.Counts {}

    private Webhooks(Parts parts) {
        news = new AlertNews(parts.journal());
        sender = new Sender(parts.clock());
    }

    /** Starts those that have all their credentials; of the others one line in the log says what they lack. */
    public static Webhooks start(Parts parts, Outbox committed, Map<String, String> environment, Counts counts) {
        Webhooks all = new Webhooks(parts);
        StoreConfig config = parts.config();
        for (StoreConfig.Webhook webhook : config.alerts().webhooks()) {
            Target target = Target.of(webhook, environment);
            String lacks = target.lacks();
            if (lacks == null) {
                WebhookRun run = new WebhookRun(target, all.parts(parts, webhook), counts);
                all.runs.add(run);
                run.start(committed);
            } else {
                LOG.error(
                        "webhook [{}] is told nothing: give the credential [{}] and start again", webhook.id(), lacks);
            }
        }
        return all;
    }

    private WebhookRun.Parts parts(Parts parts, StoreConfig.Webhook webhook) {
        StoreConfig config = parts.config();
        return new WebhookRun.Parts(
                news,
                new Sentences(config, webhook.language()),
                new Envelope(config.store(), config.alerts().link()),
                sender,
                parts.backOff(),
                parts.random(),
                parts.clock());
    }

    /** The most that any of them has not been told yet. */
    public long waiting() {
        return runs.stream().mapToLong(WebhookRun::waiting).max().orElse(0);
    }

    @Override
    public void close() throws InterruptedException {
        for (WebhookRun run : runs) {
            run.close();
        }
        sender.close();
        news.close();
    }
}
