package dev.footfall.gateway.api;

/** Conservation figures of one source; {@code difference} = received − the rest and must be 0. */
public record LedgerLine(
        String source, long received, long counted, long duplicate, long rejected, long shed, long quarantined) {
    public long difference() {
        return received - counted - duplicate - rejected - shed - quarantined;
    }
}
