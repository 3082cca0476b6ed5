package dev.footfall.gateway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.relay.uplink.PublishResult;
import dev.footfall.relay.uplink.PublishResult.Refused;
import dev.footfall.relay.uplink.PublishResult.Retry;
import dev.footfall.relay.uplink.PublishResult.Stored;
import dev.footfall.store.StoreConfig.WebhookKind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook answered.
 *
 * @param retryAfter the header, null if it is absent
 * @param contentType the header, empty if it is absent
 */
record Answer(int status, @Nullable String retryAfter, String contentType, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int SHOWN = 160;
    private static final int WECOM_TOO_FAST = 45009;
    private static final int DINGTALK_TOO_FAST = 130101;
    private static final int BUSY = -1;

    /** What that means for the message. WeCom and DingTalk answer 200 to what they do not take. */
    PublishResult judge(WebhookKind kind, Instant now) {
        if (status < 200 || status >= 300) {
            return refusedByStatus(now);
        }
        if (contentType.startsWith("text/html")) {
            return Retry.of("it answers with a web page: something else stands in its place");
        }
        return switch (kind) {
            case SLACK -> new Stored();
            case JSON -> new Stored();
            case WECOM -> byCode();
            case DINGTALK -> byCode();
        };
    }

    private PublishResult refusedByStatus(Instant now) {
        String why = "it answers " + status;
        boolean later = status == 408 || status == 429 || status >= 500;
        return later ? new Retry(why, wait(now)) : new Refused(why + ": see the address and the token");
    }

    private PublishResult byCode() {
        JsonNode code;
        JsonNode told;
        try {
            JsonNode answer = JSON.readTree(body);
            code = answer.path("errcode");
            told = answer.path("errmsg");
        } catch (IOException e) {
            return Retry.of("it answers what is no JSON");
        }
        if (!code.isIntegralNumber()) {
            return Retry.of("its answer has no errcode");
        }
        String why = "errcode " + code.intValue() + ": " + shown(told.asText(""));
        return switch (code.intValue()) {
            case 0 -> new Stored();
            case BUSY -> Retry.of(why);
            case WECOM_TOO_FAST -> new Retry(why, Duration.ofMinutes(1));
            case DINGTALK_TOO_FAST -> new Retry(why, Duration.ofMinutes(10));
            default -> new Refused(why);
        };
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** Seconds or a date; what makes no sense counts as absent. */
    private @Nullable Duration wait(Instant now) {
        if (retryAfter == null) {
            return null;
        }
        String text = retryAfter.strip();
        Duration asked = text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : until(text, now);
        if (asked == null || asked.isNegative()) {
            return null;
        }
        return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
