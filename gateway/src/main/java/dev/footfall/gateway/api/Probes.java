package dev.footfall.gateway.api;

import java.util.List;
import java.util.function.Supplier;

/**
 * What machines ask about the service itself. Both are called on the event loop and must return at once.
 *
 * @param notReady why the gateway cannot do its work, one sentence each; empty when it can
 * @param prometheus all meters in the Prometheus text format 0.0.4
 */
public record Probes(Supplier<List<String>> notReady, Supplier<String> prometheus) {}
