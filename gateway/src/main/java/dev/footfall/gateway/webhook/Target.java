package dev.footfall.gateway.webhook;

import dev.footfall.relay.link.Credentials;
import dev.footfall.relay.link.Secret;
import dev.footfall.store.StoreConfig.Webhook;
import dev.footfall.store.StoreConfig.WebhookKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook and what is secret of it.
 *
 * @param token the key, access token or path that its address lacks; for plain JSON a bearer token, which may be null
 * @param secret what DingTalk has its messages signed with; null where that is not asked for
 */
public record Target(
        Webhook webhook, @Nullable Secret token, @Nullable Secret secret) {

    /** With the credentials {@code webhook-ID-token} and {@code webhook-ID-secret}. */
    public static Target of(Webhook webhook, Map<String, String> environment) {
        return new Target(
                webhook,
                Credentials.secret(credential(webhook, "token"), environment).orElse(null),
                Credentials.secret(credential(webhook, "secret"), environment).orElse(null));
    }

    /** The name of the credential without which nothing can be sent; null if all is there. */
    public @Nullable String lacks() {
        return token == null && webhook.kind() != WebhookKind.JSON ? credential(webhook, "token") : null;
    }

    public String id() {
        return webhook.id();
    }

    private static String credential(Webhook webhook, String what) {
        return "webhook-" + webhook.id() + "-" + what;
    }
}
