package dev.footfall.drivers.platerecognizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Rows of CSV by column name: with a heading, or in the order that Stream writes them. */
final class Rows {
    static final int MOST = 1000;
    private static final List<String> COLUMNS = List.of(
            "timestamp",
            "plate",
            "score",
            "dscore",
            "file",
            "box",
            "model_make",
            "color",
            "vehicle",
            "region",
            "orientation",
            "candidates",
            "source_url",
            "position_sec",
            "direction");
    private static final Pattern HEADING = Pattern.compile("\\s*\"?timestamp\"?\\s*,\\s*\"?plate\"?\\s*(,.*)?");
    private static final Pattern FIRST_CELLS = Pattern.compile(
            "\"?\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d[^,\"]{0,20}\"?,[^,]{0,32},\\d(\\.\\d+)?,.*");

    private Rows() {}

    /** True if the bytes begin like Stream's CSV. */
    static boolean begins(byte[] payload) {
        String start = new String(payload, 0, Math.min(payload.length, 512), StandardCharsets.UTF_8);
        String line = start.lines().findFirst().orElse("");
        line = line.startsWith("\ufeff") ? line.substring(1) : line;
        return HEADING.matcher(line).matches() || FIRST_CELLS.matcher(line).matches();
    }

    /** The rows of a text, at most one more than {@link #MOST}; a heading is none. */
    static List<Map<String, String>> of(String text) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> columns = COLUMNS;
        for (List<String> cells : cells(text.startsWith("\ufeff") ? text.substring(1) : text)) {
            if (cells.size() == 1 && cells.getFirst().isBlank()) {
                continue;
            }
            if (rows.isEmpty() && cells.getFirst().strip().equals("timestamp")) {
                columns = cells.stream().map(String::strip).toList();
                continue;
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
                row.put(columns.get(i), cells.get(i).strip());
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length() && rows.size() <= MOST + 1; i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                quoted = c != '"' || doubled;
                i += doubled ? 1 : 0;
                if (quoted) {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        row.add(cell.toString());
        rows.add(row);
        return rows;
    }
}
