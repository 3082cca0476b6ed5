package dev.footfall.drivers.probecsv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns are. A network's name may itself hold a semicolon: what a row has too many belongs to it, so columns
 * behind it are counted from the end.
 */
final class Columns {
    private static final char SEPARATOR = ';';
    private static final List<String> DOCUMENTED = List.of(
            "datetime",
            "dst",
            "src",
            "src_vendor",
            "randomized",
            "rssi",
            "idx",
            "seq_num",
            "ch_freq",
            "fcfield",
            "ssid",
            "dot11elt",
            "oui",
            "occupancy");

    private final List<String> names;
    private final int name;

    private Columns(List<String> names) {
        this.names = names;
        this.name = names.indexOf("ssid");
    }

    /** The documented order, for rows without a heading. */
    static Columns documented() {
        return new Columns(DOCUMENTED);
    }

    /** The columns of a heading, null if the line is none. */
    static @Nullable Columns heading(String line) {
        List<String> names = split(line).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        return names.contains("src") && names.contains("rssi") ? new Columns(names) : null;
    }

    /** One row's value, empty if it has none. */
    String value(List<String> row, String column) {
        int index = names.indexOf(column);
        if (index < 0) {
            return "";
        }
        int surplus = Math.max(0, row.size() - names.size());
        int at = name >= 0 && index > name ? index + surplus : index;
        return at < row.size() ? row.get(at).strip() : "";
    }

    static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == SEPARATOR && !quoted) {
                fields.add(unquoted(line.substring(start, i)));
                start = i + 1;
            }
        }
        fields.add(unquoted(line.substring(start)));
        return fields;
    }

    private static String unquoted(String field) {
        String text = field.strip();
        boolean quoted = text.length() >= 2 && text.charAt(0) == '"' && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
