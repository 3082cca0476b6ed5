package dev.footfall.gateway.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a list of accounts is read: each of a name once, and nothing shown that may be a secret in clear.
 *
 * @param keys of an account: its name, the key of its hash and others
 * @param section what to say if it is no section
 * @param name form of the name
 * @param naming whose name it is, for the reader of a problem
 * @param hash key of the hash
 * @param rest reads what else an account has
 */
record AccountList<A extends Account>(
        List<String> keys, Rule section, Form<String> name, String naming, String hash, Rest<A> rest) {
    private static final String NAME = "name";
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");
    private static final int LEAST_COST = 4;
    private static final int MOST_COST = 14;

    private static final Form<String> HASH = Form.of(
            Rule.of(
                    "bcrypt",
                    "must be a bcrypt hash of cost {least} to {most}; htpasswd -nBC 10 NAME prints one after the colon",
                    "least",
                    LEAST_COST,
                    "most",
                    MOST_COST),
            text -> isHash(text) ? text : null);

    /** Reads the rest, also of an account without name or hash, so that its problems are told; then there is none. */
    @FunctionalInterface
    interface Rest<A> {
        @Nullable
        A read(Section entry, @Nullable String name, @Nullable String hash);
    }

    private static boolean isHash(String text) {
        Matcher parts = BCRYPT.matcher(text);
        return parts.matches()
                && Integer.parseInt(parts.group(1)) >= LEAST_COST
                && Integer.parseInt(parts.group(1)) <= MOST_COST;
    }

    List<A> read(Value root) {
        List<A> accounts = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        root.items().forEach(item -> read(item, lines, accounts));
        return accounts;
    }

    private void read(Value item, Map<String, Integer> lines, List<A> accounts) {
        if (item.isScalar()) {
            // not shown: it may be a secret that slipped out of its key
            item.wrongAsAWhole(section);
            return;
        }
        Section entry = item.section(keys);
        if (entry == null) {
            return;
        }
        String named = entry.required(NAME, name, naming);
        A account = rest.read(entry, named, secret(entry));
        Integer first = named == null ? null : lines.putIfAbsent(named, item.line());
        if (named != null && first != null) {
            entry.wrong(
                    NAME,
                    named,
                    Rule.of("user-twice", "must be used once; line {line} has a user of this name", "line", first));
        } else if (account != null) {
            accounts.add(account);
        }
    }

    /** Whatever stands there may be a secret in clear, so it is never shown. */
    private @Nullable String secret(Section entry) {
        Value value = entry.value(hash);
        if (value == null) {
            entry.missing(hash, "as made by htpasswd -nBC 10 NAME");
            return null;
        }
        return value.asSecret(HASH);
    }
}
