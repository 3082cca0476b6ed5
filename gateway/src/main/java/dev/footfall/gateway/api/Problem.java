package dev.footfall.gateway.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What went wrong with a request, as an RFC 9457 problem document.
 *
 * @param status HTTP status
 * @param kind last part of the problem's {@code type}, stable for programs
 * @param title the kind in words
 * @param detail this case in words: which value, and what to do
 * @param violations each parameter that breaks a rule; empty unless parameters are to blame
 * @param code which case it is, stable for programs; empty where the kind says it all
 * @param values what stands in that case's sentence, by its place
 */
record Problem(
        int status,
        String kind,
        String title,
        String detail,
        List<Violation> violations,
        String code,
        Map<String, String> values) {
    private static final String TYPE = "urn:footfall:problem:";

    /** One parameter, the value it had and the rule it breaks. */
    record Violation(String parameter, String value, String rule) {
        @Override
        public String toString() {
            return parameter + " [" + value + "] " + rule;
        }
    }

    Problem(int status, String kind, String title, String detail) {
        this(status, kind, title, detail, List.of());
    }

    Problem(int status, String kind, String title, String detail, List<Violation> violations) {
        this(status, kind, title, detail, violations, "", Map.of());
    }

    /** The same, for other languages to say. */
    Problem said(String caseCode, Map<String, String> named) {
        return new Problem(status, kind, title, detail, violations, caseCode, Map.copyOf(named));
    }

    static Problem badParameters(List<Violation> violations) {
        String detail = violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
        return new Problem(400, "bad-parameter", "Parameters are not as they must be", detail, violations);
    }

    void send(RoutingContext request) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        JsonBody.of(out -> {
                    out.writeStartObject();
                    out.writeStringField("type", TYPE + kind);
                    out.writeStringField("title", title);
                    out.writeNumberField("status", status);
                    out.writeStringField("detail", detail);
                    if (!code.isEmpty()) {
                        JsonBody.said(out, code, values);
                    }
                    if (!violations.isEmpty()) {
                        JsonBody.array(out, "problems", violations, violation -> {
                            out.writeStringField("parameter", violation.parameter());
                            out.writeStringField("value", violation.value());
                            out.writeStringField("rule", violation.rule());
                        });
                    }
                    out.writeEndObject();
                })
                .end(request.response());
    }
}
