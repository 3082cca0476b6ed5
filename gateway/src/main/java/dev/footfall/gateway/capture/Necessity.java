package dev.footfall.gateway.capture;

import dev.footfall.drivers.ieee802.MacAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Empties every value of a text without which it means the same: nobody needs to know what it was. */
final class Necessity {
    /** Beyond this many values those of one name are tried together. */
    private static final int MOST_ALONE = 300;

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?<![0-9a-z])[0-9a-f]{2}(?:[:.-]?[0-9a-f]{2}){5}(?![0-9a-z])");

    private final Predicate<String> meansTheSame;
    private final Names names;

    /** @param meansTheSame whether a text still says what it must */
    Necessity(Predicate<String> meansTheSame, Names names) {
        this.meansTheSame = meansTheSame;
        this.names = names;
    }

    /** What is needed of a text that means what it must. */
    String of(String text) {
        List<Leaf> leaves = Leaves.of(text);
        Set<Leaf> emptied = new HashSet<>();
        empty(text, leaves, groups(text, leaves), emptied);
        return strangers(without(text, leaves, emptied));
    }

    private static List<List<Leaf>> groups(String text, List<Leaf> leaves) {
        Map<Object, List<Leaf>> groups = new LinkedHashMap<>();
        boolean alone = leaves.size() <= MOST_ALONE;
        for (Leaf leaf : leaves) {
            if (!leaf.in(text).equals(leaf.empty())) {
                groups.computeIfAbsent(alone ? leaf : leaf.name(), key -> new ArrayList<>())
                        .add(leaf);
            }
        }
        return List.copyOf(groups.values());
    }

    /** Tries all of them at once, then each half by itself. */
    private void empty(String text, List<Leaf> leaves, List<List<Leaf>> groups, Set<Leaf> emptied) {
        if (groups.isEmpty()) {
            return;
        }
        Set<Leaf> more = new HashSet<>(emptied);
        groups.forEach(more::addAll);
        if (meansTheSame.test(without(text, leaves, more))) {
            emptied.addAll(more);
        } else if (groups.size() > 1) {
            int half = groups.size() / 2;
            empty(text, leaves, groups.subList(0, half), emptied);
            empty(text, leaves, groups.subList(half, groups.size()), emptied);
        }
    }

    private static String without(String text, List<Leaf> leaves, Collection<Leaf> emptied) {
        return Leaves.changed(text, leaves, leaf -> emptied.contains(leaf) ? leaf.empty() : null);
    }

    /**
     * Other addresses beside those the message is about, in values that are needed for something else or go together with
     * such: each gets a stand-in where the meaning allows it. What is left is the device's own.
     */
    private String strangers(String text) {
        String nameless = text;
        Set<String> tried = new HashSet<>();
        Matcher found = ADDRESS.matcher(text);
        while (found.find()) {
            String address = MacAddress.normalise(found.group());
            if (address != null && !names.isStandIn(address) && tried.add(address)) {
                String other = new Spelling(address, names.strangersStandIn(address)).replacedIn(nameless);
                nameless = meansTheSame.test(other) ? other : nameless;
            }
        }
        return nameless;
    }
}
