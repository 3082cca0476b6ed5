package dev.footfall.gateway.webhook;

import dev.footfall.relay.uplink.PublishResult;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what became of messages, and logs when a webhook stops taking them and when it takes them again. */
final class WebhookReport {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookReport.class);

    private final String target;
    private final Counts counts;
    private @Nullable Instant failingSince;

    /** Where messages are counted. */
    interface Counts {
        /** @param outcome {@code sent}, {@code failed} or {@code skipped} */
        void add(String target, String outcome, int messages);
    }

    WebhookReport(String target, Counts counts) {
        this.target = target;
        this.counts = counts;
    }

    void told(Instant now, int skipped) {
        counts.add(target, "sent", 1);
        if (skipped > 0) {
            counts.add(target, "skipped", skipped);
        }
        if (failingSince != null) {
            LOG.info(
                    "webhook [{}] takes messages again after {} s",
                    target,
                    Duration.between(failingSince, now).toSeconds());
            failingSince = null;
        }
    }

    void failed(Instant now, PublishResult failure) {
        counts.add(target, "failed", 1);
        if (failingSince == null) {
            failingSince = now;
            LOG.warn(
                    "webhook [{}] takes no messages: {}; what is not too old by then is sent later",
                    target,
                    why(failure));
        }
    }

    private static String why(PublishResult failure) {
        return switch (failure) {
            case PublishResult.Retry retry -> retry.why();
            case PublishResult.Refused refused -> refused.why();
            case PublishResult.TooLarge tooLarge -> tooLarge.why();
            case PublishResult.Stored stored -> throw new IllegalArgumentException("stored is no failure");
        };
    }
}
