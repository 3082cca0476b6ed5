package dev.footfall.relay.link;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns reason codes of MQTT 5, and the errors underneath, into sentences about one broker.
 *
 * @param broker which broker
 * @param clientId our name there
 * @param credentials where the credentials come from, for advice: {@code FOOTFALL_RELAY_USERNAME and …}
 */
public record BrokerReasons(BrokerUrl broker, String clientId, String credentials) {
    /** The client library's own codes, above those of the protocol. */
    private static final int CLIENT_TIMEOUT = 32000;

    private static final int PROTOCOL_CODES = 0xFF;

    /** Why a connection attempt or an exchange failed. */
    public LinkFailure of(int code, @Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            LinkFailure known = underneath(at);
            if (known != null) {
                return known;
            }
        }
        if (code > 0 && code <= PROTOCOL_CODES) {
            return answered(code);
        }
        if (code == CLIENT_TIMEOUT) {
            return LinkFailure.passing(broker + " did not answer in time");
        }
        String detail = cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
        return LinkFailure.passing(broker + " closed the connection" + detail);
    }

    /** What a reason code of 0x80 and above says. */
    public LinkFailure answered(int code) {
        return switch (code) {
            case 0x84 -> LinkFailure.refused(broker + " does not speak MQTT 5; use a broker that does");
            case 0x85 -> LinkFailure.refused(broker + " refused the client id [" + clientId + "]");
            case 0x86, 0x8C -> LinkFailure.refused(broker + " refused the user name or password; check " + credentials);
            case 0x87 -> LinkFailure.refused(broker + " did not authorise us; check " + credentials + " and its rules");
            case 0x88, 0x89, 0x97, 0x9F -> LinkFailure.passing(broker + " is busy");
            case 0x8A -> LinkFailure.refused(broker + " has banned the client id [" + clientId + "]");
            case 0x8B -> LinkFailure.passing(broker + " is shutting down");
            case 0x8E ->
                LinkFailure.refused("another client connected to " + broker + " as [" + clientId
                        + "]; each gateway needs a store id of its own");
            case 0x9C, 0x9D -> LinkFailure.refused(broker + " has moved; change its url");
            default ->
                LinkFailure.passing(broker + String.format(Locale.ROOT, " failed with reason code 0x%02X", code));
        };
    }

    private @Nullable LinkFailure underneath(Throwable cause) {
        return switch (cause) {
            case UnknownHostException unknown ->
                LinkFailure.passing("the name of " + broker + " is not known; check its url and the DNS");
            case SocketTimeoutException late -> LinkFailure.passing(broker + " did not answer in time");
            case ConnectException refused -> LinkFailure.passing("nothing answers at " + broker);
            case CertificateException untrusted ->
                LinkFailure.passing("the certificate of " + broker + " is not trusted: " + untrusted.getMessage());
            // one with a cause only wraps the error that says more
            case SSLException tls ->
                tls.getCause() == null
                        ? LinkFailure.passing("TLS with " + broker + " failed: " + tls.getMessage())
                        : null;
            default -> null;
        };
    }
}
