package dev.footfall.gateway.config;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Forms of words and numbers. */
final class Forms {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})([eE][+-]?\\d{1,3})?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern STORE_ID = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,12})(B|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB)?");
    private static final Map<String, Long> BYTE_UNITS = Map.of(
            "B", 1L,
            "kB", 1_000L,
            "KB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L,
            "TB", 1_000_000_000_000L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30,
            "TiB", 1L << 40);

    static final Form<String> STORE_ID_FORM = matching(
            STORE_ID, Rule.of("store-id", "must be 1 to 64 lower-case letters, digits or dashes, for example sh-0042"));
    static final Form<String> ID_FORM = matching(
            ID,
            Rule.of(
                    "id",
                    "must be 1 to 64 letters, digits, dots, dashes or underscores and start with a letter or digit"));
    static final Form<String> NAME = Form.of(
            Rule.of("name", "must be 1 to 200 printable characters"),
            text -> text.isBlank() || text.length() > 200 || text.chars().anyMatch(Character::isISOControl)
                    ? null
                    : text);
    static final Form<Double> NUMBER = Form.of(Rule.of("number", "must be a number"), Forms::decimal);
    static final Form<Double> POSITIVE = Form.of(Rule.of("positive", "must be a number above 0"), text -> {
        Double number = decimal(text);
        return number == null || number <= 0 ? null : number;
    });
    static final Form<Boolean> TRUE_OR_FALSE = choice(Map.of("true", true, "false", false), List.of("true", "false"));
    static final Form<Long> BYTE_COUNT =
            Form.of(Rule.of("bytes", "must be a number of bytes like 500MB or 2GiB"), Forms::byteCount);
    static final Form<String> CURRENCY = Forms::currency;

    private Forms() {}

    /** A whole number from least to most. */
    static Form<Integer> whole(int least, int most) {
        Rule rule = most == Integer.MAX_VALUE
                ? Rule.of("whole-from", "must be a whole number, {least} or more", "least", least)
                : Rule.of("whole", "must be a whole number from {least} to {most}", "least", least, "most", most);
        return Form.of(rule, text -> {
            if (!WHOLE.matcher(text).matches()) {
                return null;
            }
            long number = Long.parseLong(text);
            return number < least || number > most ? null : Math.toIntExact(number);
        });
    }

    /** A constant of the enum, written lower-case with dashes. */
    static <E extends Enum<E>> Form<E> constant(Class<E> type) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        Function<E, String> word =
                constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return choice(
                all.stream().collect(Collectors.toMap(word, Function.identity())),
                all.stream().map(word).toList());
    }

    /** One of some words. */
    static Form<String> oneOf(List<String> words) {
        return choice(
                words.stream()
                        .collect(Collectors.toMap(Function.identity(), Function.identity(), (first, second) -> first)),
                words);
    }

    private static <T> Form<T> choice(Map<String, T> values, List<String> inOrder) {
        return Form.of(Rule.of("choice", "must be {words}", "words", Nearest.either(inOrder)), values::get);
    }

    private static Form<String> matching(Pattern pattern, Rule rule) {
        return Form.of(rule, text -> pattern.matcher(text).matches() ? text : null);
    }

    private static @Nullable Double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : null;
    }

    private static @Nullable Long byteCount(String text) {
        var parts = BYTES.matcher(text.replace(" ", ""));
        if (!parts.matches()) {
            return null;
        }
        String unit = parts.group(2);
        long factor = unit == null ? 1 : BYTE_UNITS.getOrDefault(unit, 1L);
        long high = Math.multiplyHigh(Long.parseLong(parts.group(1)), factor);
        long product = Long.parseLong(parts.group(1)) * factor;
        return high != 0 || product < 0 ? null : product;
    }

    private static Form.Result<String> currency(String text) {
        List<String> codes = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .toList();
        if (codes.contains(text)) {
            return new Form.Fits<>(text);
        }
        String upper = text.toUpperCase(Locale.ROOT);
        return new Form.Breaks<>(Rule.of("currency", "must be a currency code of ISO 4217, for example CNY{then}")
                .then(codes.contains(upper) ? Nearest.perhaps(upper) : null));
    }
}
