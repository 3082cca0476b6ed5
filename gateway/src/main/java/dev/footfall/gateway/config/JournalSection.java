package dev.footfall.gateway.config;

import dev.footfall.store.StoreConfig.Journal;
import java.util.List;

/** The section {@code journal}: how long raw observations are kept. */
final class JournalSection {
    static final List<String> KEYS = List.of("keep-days", "max-bytes");
    static final int KEEP_DAYS = 35;
    static final long MAX_BYTES = 2L << 30;
    private static final long LEAST_BYTES = 16L << 20;

    private JournalSection() {}

    static Journal read(Section file) {
        Value value = file.part("journal");
        Section journal = value == null ? null : value.section(KEYS);
        if (journal == null) {
            return new Journal(KEEP_DAYS, MAX_BYTES);
        }
        int days = journal.optional("keep-days", Forms.whole(1, 3650), KEEP_DAYS);
        long bytes = journal.optional("max-bytes", Forms.BYTE_COUNT, MAX_BYTES);
        Value limit = journal.value("max-bytes");
        if (limit != null && bytes < LEAST_BYTES) {
            limit.wrong(Rule.of("journal-small", "must be 16MiB or more"));
        }
        return new Journal(days, bytes);
    }
}
