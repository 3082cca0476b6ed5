package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forms of addresses and URLs. Nothing here asks a name server. */
final class NetForms {
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]{1,253})):(\\d{1,5})");
    private static final Pattern IPV4_LIKE = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|$)){4}");
    private static final Pattern IPV6_GROUPS = Pattern.compile("[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}");

    static final Form<Address> ADDRESS = Form.of(
            Rule.of("address", "must be host:port, for example 127.0.0.1:1883 or [::1]:1883"), NetForms::address);

    private NetForms() {}

    /** True if only this machine can reach the address. */
    static boolean isLoopback(Address address) {
        return isLoopback(address.host());
    }

    private static boolean isLoopback(String name) {
        String host = name.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        return host.equals("localhost")
                || host.equals("::1")
                || IPV4.matcher(host).matches() && host.startsWith("127.");
    }

    private static @Nullable Address address(String text) {
        Matcher parts = HOST_AND_PORT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String v6 = parts.group(1);
        String host = v6 == null ? parts.group(2) : v6;
        int port = Integer.parseInt(parts.group(3));
        boolean hostFits =
                v6 == null ? isNameOrV4(host) : IPV6_GROUPS.matcher(host).matches();
        return port <= 65535 && hostFits ? new Address(host, port) : null;
    }

    private static boolean isNameOrV4(String host) {
        if (IPV4_LIKE.matcher(host).matches()) {
            return IPV4.matcher(host).matches();
        }
        return !host.startsWith("-") && !host.startsWith(".") && !host.contains("..");
    }

    /** A URL with one of the schemes and a host, and nothing secret in it. */
    static Form<URI> url(List<String> schemes, String example) {
        return text -> url(text, schemes, example);
    }

    /** An HTTPS URL; on this machine itself HTTP will do, for a proxy or a test. */
    static Form<URI> httpsUrl(String example) {
        Form<URI> https = url(List.of("https"), example);
        Form<URI> http = url(List.of("http"), example);
        return text -> http.read(text) instanceof Form.Fits<URI> plain
                        && isLoopback(plain.value().getHost())
                ? plain
                : https.read(text);
    }

    private static Form.Result<URI> url(String text, List<String> schemes, String example) {
        Rule rule = Rule.of(
                "url",
                "must be a URL with scheme {words} and a host, for example {example}",
                "words",
                Nearest.either(schemes),
                "example",
                example);
        try {
            URI url = new URI(text);
            if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
                return new Form.Breaks<>(Rule.of(
                        "credentials",
                        "must not hold credentials; give them through the environment or systemd"
                                + " credentials (docs/configuration.md)"));
            }
            boolean fits = url.getScheme() != null
                    && schemes.contains(url.getScheme())
                    && url.getHost() != null
                    && url.getPort() <= 65535
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
            return fits ? new Form.Fits<>(url) : new Form.Breaks<>(rule);
        } catch (URISyntaxException ignored) {
            return new Form.Breaks<>(rule);
        }
    }
}
