package dev.footfall.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.gateway.api.AlertJson;
import dev.footfall.gateway.journal.AlertNews;
import dev.footfall.relay.link.Secret;
import dev.footfall.store.StoreConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Puts a message into the form that a kind of webhook takes. Pure but for the signature's time, which is handed in. */
record Envelope(StoreConfig.Store store, @Nullable URI kiosk) {
    private static final JsonFactory FACTORY = new JsonFactory();
    /** WeCom takes 4096 bytes, the others more. */
    private static final int LONGEST = 3800;

    /** What to send; its address is secret. */
    record Request(URI url, Map<String, String> headers, byte[] body) {
        @Override
        public String toString() {
            return "to " + url.getHost();
        }
    }

    Request of(Target target, Message message, Instant now) {
        URI url = target.webhook().url();
        String token = text(target.token());
        return switch (target.webhook().kind()) {
            case SLACK -> request(URI.create(url + "/" + token.replaceFirst("^/+", "")), slack(message));
            case WECOM -> request(URI.create(url + "?key=" + encoded(token)), markdown(message, "\n", null));
            case DINGTALK ->
                request(
                        URI.create(url + "?access_token=" + encoded(token) + signature(target.secret(), now)),
                        markdown(message, "\n\n", message.title()));
            case JSON ->
                new Request(
                        url,
                        token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token),
                        plain(message, now));
        };
    }

    private static Request request(URI url, byte[] body) {
        return new Request(url, Map.of(), body);
    }

    private byte[] slack(Message message) {
        StringBuilder text = new StringBuilder("*" + escaped(message.title()) + "*");
        message.lines().forEach(line -> text.append('\n').append(escaped(line)));
        String link = kiosk == null ? "" : "\n<" + link() + "|" + escaped(message.link()) + ">";
        return json(out -> out.writeStringField("text", cut(text.toString()) + link));
    }

    /** Slack's own three characters. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** WeCom calls the text content, DingTalk wants it with a title. */
    private byte[] markdown(Message message, String newline, @Nullable String title) {
        StringBuilder text = new StringBuilder("**" + message.title() + "**");
        message.lines().forEach(line -> text.append(newline).append(line));
        String link = kiosk == null ? "" : newline + "[" + message.link() + "](" + link() + ")";
        return json(out -> {
            out.writeStringField("msgtype", "markdown");
            out.writeObjectFieldStart("markdown");
            if (title != null) {
                out.writeStringField("title", title);
            }
            out.writeStringField(title == null ? "content" : "text", cut(text.toString()) + link);
            out.writeEndObject();
        });
    }

    private byte[] plain(Message message, Instant now) {
        AlertNews.Entry about = message.about();
        return json(out -> {
            out.writeStringField(
                    "event", about == null ? "skipped" : about.event().wireName());
            out.writeStringField("store", store.id());
            out.writeStringField("store_name", store.name());
            out.writeStringField("sent_at", now.toString());
            out.writeStringField("title", message.title());
            out.writeStringField("text", String.join("\n", message.lines()));
            out.writeStringField("link", kiosk == null ? null : link());
            out.writeNumberField("skipped", message.skipped());
            out.writeFieldName("alert");
            out.writeRawValue(about == null ? "null" : AlertJson.line(about.alert()));
        });
    }

    private String link() {
        return kiosk + "#/exceptions";
    }

    /** As DingTalk asks: the milliseconds and the secret, signed with the secret. */
    static String signature(@Nullable Secret secret, Instant now) {
        if (secret == null) {
            return "";
        }
        String millis = Long.toString(now.toEpochMilli());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            byte[] signed = mac.doFinal((millis + "\n" + text(secret)).getBytes(UTF_8));
            return "&timestamp=" + millis + "&sign="
                    + encoded(Base64.getEncoder().encodeToString(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String text(@Nullable Secret secret) {
        return secret == null ? "" : new String(secret.bytes(), UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    /** Not more bytes than the other side takes, and no half letter. */
    private static String cut(String text) {
        if (text.getBytes(UTF_8).length <= LONGEST) {
            return text;
        }
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            bytes += Character.toString(letter).getBytes(UTF_8).length;
            if (bytes > LONGEST) {
                break;
            }
            at += Character.charCount(letter);
        }
        return text.substring(0, at) + "…";
    }

    private interface Fields {
        void write(JsonGenerator out) throws IOException;
    }

    private static byte[] json(Fields fields) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            fields.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }
}
