package dev.footfall.gateway.webhook;

import dev.footfall.gateway.journal.AlertNews;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message in words, whatever it is sent as.
 *
 * @param title what, where, and whether it is new or over
 * @param lines how much, since when, why, which store
 * @param link words for the link to the kiosk
 * @param about what it is about; null for a message that some were left out
 * @param skipped how many were left out because they are too old
 */
record Message(String title, List<String> lines, String link, AlertNews.@Nullable Entry about, int skipped) {
    Message {
        lines = List.copyOf(lines);
    }
}
