package dev.footfall.gateway.setup;

import dev.footfall.gateway.setup.Draft.Line;
import dev.footfall.gateway.setup.Draft.Plan;
import dev.footfall.gateway.setup.Draft.Spot;
import dev.footfall.gateway.setup.Draft.Zone;
import dev.footfall.gateway.setup.YamlEditor.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a draft changes into the text of the configuration, and nothing else. */
final class DraftText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
    private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");
    private static final Place STORE = Place.section("store");
    private static final Place PLAN = Place.section("floor-plan");

    private final YamlEditor editor;

    private DraftText(String text) {
        this.editor = new YamlEditor(text);
    }

    /** The text with what the wanted draft has otherwise than the present one. */
    static String change(String text, Draft present, Draft wanted) {
        DraftText changing = new DraftText(text);
        changing.limits(present, wanted);
        changing.plan(present.plan(), wanted.plan());
        changing.hours(present, wanted);
        changing.items("zones", present.zones(), wanted.zones(), Zone::id, DraftText::zone);
        changing.items("lines", present.lines(), wanted.lines(), Line::id, DraftText::line);
        changing.places(present, wanted);
        return changing.editor.text();
    }

    private void limits(Draft present, Draft wanted) {
        if (!present.capacity().equals(wanted.capacity())) {
            editor.set(STORE, "capacity", wanted.capacity().isBlank() ? null : scalar(wanted.capacity()));
        }
    }

    private void plan(Plan present, Plan wanted) {
        if (present.equals(wanted)) {
            return;
        }
        if (wanted.equals(Plan.NONE)) {
            editor.set(Place.FILE, "floor-plan", null);
            return;
        }
        if (!editor.has(PLAN)) {
            editor.set(
                    Place.FILE,
                    "floor-plan",
                    "{ width-m: " + number(wanted.widthM()) + ", height-m: " + number(wanted.heightM()) + " }");
        }
        set(PLAN, "image", present.image(), wanted.image(), DraftText::scalar);
        set(PLAN, "width-m", present.widthM(), wanted.widthM(), DraftText::number);
        set(PLAN, "height-m", present.heightM(), wanted.heightM(), DraftText::number);
    }

    private void set(Place place, String key, String before, String after, UnaryOperator<String> form) {
        if (!before.equals(after)) {
            editor.set(place, key, after.isBlank() ? null : form.apply(after));
        }
    }

    private static String number(String value) {
        return value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? value : quoted(value);
    }

    private void hours(Draft present, Draft wanted) {
        if (present.hours().equals(wanted.hours()) && present.exceptions().equals(wanted.exceptions())) {
            return;
        }
        List<String> days = new ArrayList<>(ranges(wanted.hours()));
        List<String> dates = wanted.exceptions().entrySet().stream()
                .map(each -> quoted(each.getKey()) + ": " + spans(each.getValue()))
                .toList();
        String written;
        if (editor.isFlow(STORE)) {
            if (!dates.isEmpty()) {
                days.add("exceptions: { " + String.join(", ", dates) + " }");
            }
            written = "{ " + String.join(", ", days) + " }";
        } else {
            if (!dates.isEmpty()) {
                days.add("exceptions:");
                dates.forEach(date -> days.add("  " + date));
            }
            written = days.stream().map(line -> "\n    " + line).collect(Collectors.joining());
        }
        editor.set(STORE, "hours", days.isEmpty() ? null : written);
    }

    /** Days after one another with the same hours, in one line. */
    private static List<String> ranges(Map<String, String> hours) {
        List<String> lines = new ArrayList<>();
        int first = 0;
        while (first < Draft.DAYS.size()) {
            String spans = hours.get(Draft.DAYS.get(first));
            int last = first;
            while (last + 1 < Draft.DAYS.size() && Objects.equals(spans, hours.get(Draft.DAYS.get(last + 1)))) {
                last++;
            }
            if (spans != null) {
                String days =
                        first == last ? Draft.DAYS.get(first) : Draft.DAYS.get(first) + "-" + Draft.DAYS.get(last);
                lines.add(days + ": " + spans(spans));
            }
            first = last + 1;
        }
        return lines;
    }

    private static String spans(String given) {
        return given.strip().equals(Draft.CLOSED) ? Draft.CLOSED : quoted(given.strip());
    }

    private <T> void items(
            String list,
            List<T> present,
            List<T> wanted,
            Function<T, String> id,
            Function<T, Map<String, @Nullable String>> keys) {
        Map<String, T> before = present.stream().collect(Collectors.toMap(id, each -> each, (a, b) -> a));
        Map<String, T> after = wanted.stream().collect(Collectors.toMap(id, each -> each, (a, b) -> a));
        for (String gone : new TreeSet<>(before.keySet())) {
            if (!after.containsKey(gone)) {
                editor.remove(list, gone);
            }
        }
        for (T item : wanted) {
            T was = before.remove(id.apply(item));
            if (was == null) {
                editor.add(list, written(keys.apply(item)));
            } else if (!was.equals(item)) {
                Map<String, @Nullable String> old = keys.apply(was);
                keys.apply(item).forEach((key, value) -> {
                    if (!Objects.equals(old.get(key), value)) {
                        editor.set(Place.item(list, id.apply(item)), key, value);
                    }
                });
            }
        }
    }

    private static List<String> written(Map<String, @Nullable String> keys) {
        List<String> lines = new ArrayList<>();
        keys.forEach((key, value) -> {
            if (value != null) {
                lines.add(key + ": " + value);
            }
        });
        return lines;
    }

    private static Map<String, @Nullable String> zone(Zone zone) {
        Map<String, @Nullable String> keys = new java.util.LinkedHashMap<>();
        keys.put("id", scalar(zone.id()));
        keys.put("name", zone.name().isBlank() ? null : quoted(zone.name()));
        keys.put("kind", scalar(zone.kind()));
        keys.put("polygon", zone.polygon().stream().map(DraftText::spot).collect(Collectors.joining(", ", "[", "]")));
        keys.put("engaged-after", zone.engagedAfter().isBlank() ? null : scalar(zone.engagedAfter()));
        return keys;
    }

    private static Map<String, @Nullable String> line(Line line) {
        Map<String, @Nullable String> keys = new java.util.LinkedHashMap<>();
        keys.put("id", scalar(line.id()));
        keys.put("from", spot(line.from()));
        keys.put("to", spot(line.to()));
        keys.put("entrance", line.entrance().isBlank() ? null : scalar(line.entrance()));
        return keys;
    }

    private void places(Draft present, Draft wanted) {
        TreeSet<String> sensors = new TreeSet<>(present.places().keySet());
        sensors.addAll(wanted.places().keySet());
        for (String sensor : sensors) {
            Spot place = wanted.places().get(sensor);
            boolean moved = !Objects.equals(present.places().get(sensor), place);
            if (moved && editor.has(Place.item("sensors", sensor))) {
                editor.set(Place.item("sensors", sensor), "position-m", place == null ? null : spot(place));
            }
        }
    }

    private static String spot(Spot spot) {
        return "[" + spot.x().toPlainString() + ", " + spot.y().toPlainString() + "]";
    }

    /** Numbers and plain words as they are; whatever else in quotes, where it cannot become markup. */
    private static String scalar(String value) {
        boolean plain =
                PLAIN.matcher(value).matches() && !WORD_OF_YAML.matcher(value).matches();
        return plain || value.matches("[0-9]{1,9}(ms|s|m|h|d)?") ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                out.append(String.format("\\u%04X", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
