package dev.footfall.gateway.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Ways in which a hand at the keyboard, or worse, changes a file. The same seed gives the same changes. */
final class Mutations {
    private static final List<String> SNIPPETS = List.of(
            "",
            "~",
            "null",
            "0",
            "-1",
            "1e999",
            ".inf",
            ".nan",
            "[]",
            "{}",
            "[[[]]]",
            "''",
            "\"\"",
            "*a",
            "&a ",
            "!!binary x",
            "!x",
            "<<: ",
            "? ",
            "- ",
            ": ",
            "#",
            "\t",
            "\u0000",
            "\u2028",
            "💥",
            "\ud800",
            "%",
            "@",
            "`",
            "|\n",
            ">\n",
            "---\n",
            "...\n",
            "24:00",
            "mon-fri: closed\n",
            "true",
            "off",
            "99999999999999999999",
            "$share//",
            "{store}",
            "//u:p@h");

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    String mutate(String text) {
        String result = text;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            result = random.nextBoolean() ? mutateLine(result) : mutateAnywhere(result);
        }
        return result;
    }

    /** Changes that keep the file readable most of the time. */
    String mutateLine(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int colon = line.indexOf(':');
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, colon < 0 ? line : line.substring(0, colon + 1) + " " + snippet());
            case 3 -> lines.set(at, colon < 2 ? line : line.substring(0, colon - 1) + line.substring(colon));
            case 4 -> lines.set(at, " " + line);
            default -> lines.set(at, lines.get(random.nextInt(lines.size())));
        }
        return String.join("\n", lines);
    }

    private String mutateAnywhere(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(20));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + snippet() + text.substring(from);
            default -> text.substring(0, from) + snippet() + text.substring(to);
        };
    }

    private String snippet() {
        return SNIPPETS.get(random.nextInt(SNIPPETS.size()));
    }
}
