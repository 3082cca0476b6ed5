package dev.footfall.gateway.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.util.Arrays;

/** Where a request comes from, as far as that can be known. */
final class Caller {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    private Caller() {}

    /** True if a program on this machine asks, and not a proxy here for somebody elsewhere. */
    static boolean isLocal(HttpServerRequest request) {
        return !request.headers().contains("Forwarded")
                && !request.headers().contains(FORWARDED_FOR)
                && isLoopback(request);
    }

    /** True if a browser sends this for a page of another site. */
    static boolean isCrossSite(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        HostAndPort host = request.authority();
        boolean otherOrigin =
                origin != null && (host == null || !origin.endsWith("://" + request.getHeader(HttpHeaders.HOST)));
        return otherOrigin || (site != null && !site.equals("same-origin") && !site.equals("none"));
    }

    /** True if the browser's own line is encrypted, up to here or up to the proxy. */
    static boolean isEncrypted(HttpServerRequest request) {
        return request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    /**
     * Whose attempts are counted together: the address; of a proxy on this machine, the one it names last, which it has seen
     * itself; of IPv6, the network, for everybody has a whole one.
     */
    static String address(HttpServerRequest request) {
        String direct = request.remoteAddress().hostAddress();
        String forwarded = request.getHeader(FORWARDED_FOR);
        String address = forwarded != null && isLoopback(request)
                ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip()
                : direct;
        return network(address == null ? "" : address);
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length > NETWORK_BYTES
                    ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES))
                    : Arrays.toString(bytes);
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }

    private static boolean isLoopback(HttpServerRequest request) {
        try {
            return InetAddress.ofLiteral(request.remoteAddress().hostAddress()).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
