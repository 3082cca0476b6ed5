package dev.footfall.gateway.config;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids declared in the file. An id counts as declared even where the rest of its entry is wrong. */
final class Ids {
    private final Map<Kind, Map<String, Integer>> lines = new EnumMap<>(Kind.class);

    enum Kind {
        ENTRANCE("an entrance", "entrances"),
        ZONE("a zone", "zones"),
        LINE("a line", "lines"),
        CAR_PARK("a car park", "car-parks"),
        SENSOR("a sensor", "sensors");

        private final String word;
        private final String section;

        Kind(String word, String section) {
            this.word = word;
            this.section = section;
        }
    }

    /** Reads the {@code id} of an entry; null, with a problem, if it is missing, of wrong form or taken. */
    @Nullable
    String declare(Kind kind, Section entry) {
        Value value = entry.value("id");
        if (value == null) {
            entry.missing(
                    "id", "an id that " + kind.word + " is known by, for example " + kind.section.charAt(0) + "-1");
            return null;
        }
        String id = value.as(Forms.ID_FORM);
        if (id == null) {
            return null;
        }
        Integer first = of(kind).putIfAbsent(id, value.line());
        if (first != null) {
            value.wrong(Rule.of(
                    "id-twice",
                    "must be used once; line {line} has {kind} of this id",
                    "line",
                    first,
                    "kind",
                    kind.word));
            return null;
        }
        return id;
    }

    /** Reads a reference to an id; null, with a problem, if nothing of that id is declared. */
    @Nullable
    String reference(Kind kind, Value value) {
        String id = value.as(Forms.ID_FORM);
        if (id == null || of(kind).containsKey(id)) {
            return id;
        }
        value.wrong(
                of(kind).isEmpty()
                        ? Rule.of(
                                "no-id",
                                "must be the id of {kind}; there is none under {section}",
                                "kind",
                                kind.word,
                                "section",
                                kind.section)
                        : Rule.of(
                                        "unknown-id",
                                        "must be the id of {kind} under {section}; {then}",
                                        "kind",
                                        kind.word,
                                        "section",
                                        kind.section)
                                .then(Nearest.rule(id, some(kind))));
        return null;
    }

    boolean knows(Kind kind, String id) {
        return of(kind).containsKey(id);
    }

    /** Reads the optional reference under the key. */
    @Nullable
    String reference(Kind kind, Section entry, String key) {
        Value value = entry.value(key);
        return value == null ? null : reference(kind, value);
    }

    /** Enough to guess from, and few enough that a file of thousands of wrong references is still judged at once. */
    private List<String> some(Kind kind) {
        return of(kind).keySet().stream().limit(200).toList();
    }

    private Map<String, Integer> of(Kind kind) {
        return lines.computeIfAbsent(kind, missing -> new LinkedHashMap<>());
    }
}
