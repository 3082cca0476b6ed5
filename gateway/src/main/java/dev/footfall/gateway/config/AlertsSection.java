package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Alerts;
import dev.footfall.store.StoreConfig.Kiosk;
import dev.footfall.store.StoreConfig.Webhook;
import dev.footfall.store.StoreConfig.WebhookKind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The section {@code alerts}: whom exceptions are told, by which webhook. */
final class AlertsSection {
    static final List<String> KEYS = List.of("link", "webhooks");
    static final List<String> WEBHOOK_KEYS = List.of("id", "kind", "url", "language", "max-age");
    private static final Duration MAX_AGE = Duration.ofHours(24);
    private static final Form<URI> LINK = NetForms.url(List.of("https", "http"), "https://kiosk.example.net/");
    private static final Form<URI> URL = NetForms.httpsUrl("https://hooks.example.net/footfall");

    private AlertsSection() {}

    static Alerts read(Section file, Kiosk kiosk) {
        Value value = file.part("alerts");
        Section alerts = value == null ? null : value.section(KEYS);
        if (alerts == null) {
            return Alerts.NONE;
        }
        List<Webhook> webhooks = new ArrayList<>();
        for (Value item : alerts.items("webhooks")) {
            Section entry = item.section(WEBHOOK_KEYS);
            Webhook webhook = entry == null ? null : webhook(entry, kiosk);
            if (entry != null && webhook != null) {
                if (webhooks.stream().anyMatch(other -> other.id().equals(webhook.id()))) {
                    entry.wrong(
                            "id",
                            webhook.id(),
                            Rule.of("webhook-twice", "is the id of an earlier webhook; give each its own"));
                }
                webhooks.add(webhook);
            }
        }
        return new Alerts(alerts.optional("link", LINK), webhooks);
    }

    private static @Nullable Webhook webhook(Section entry, Kiosk kiosk) {
        String id = entry.required("id", Forms.ID_FORM, "a name for it, for example floor");
        WebhookKind kind = entry.required("kind", Forms.constant(WebhookKind.class), "slack, wecom, dingtalk or json");
        String language = entry.optional(
                "language",
                Forms.oneOf(KioskSection.LANGUAGES),
                kiosk.languages().stream().findFirst().orElse(KioskSection.LANGUAGES.getFirst()));
        Duration maxAge = entry.optional("max-age", TimeForms.DURATION, MAX_AGE);
        if (kind == null) {
            return null;
        }
        URI usual = usual(kind);
        URI url =
                usual == null ? entry.required("url", URL, "where the messages go") : entry.optional("url", URL, usual);
        return id == null || url == null ? null : new Webhook(id, kind, url, language, maxAge);
    }

    /** The makers' own addresses; what is secret of them is a credential. */
    private static @Nullable URI usual(WebhookKind kind) {
        return switch (kind) {
            case SLACK -> URI.create("https://hooks.slack.com/services");
            case WECOM -> URI.create("https://qyapi.weixin.qq.com/cgi-bin/webhook/send");
            case DINGTALK -> URI.create("https://oapi.dingtalk.com/robot/send");
            case JSON -> null;
        };
    }
}
