package dev.footfall.reason;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of reason is said: its code, its places and the English around them. Other languages and the wire have it by
 * code and places.
 */
public final class Sentence {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::([+.\\d]+))?}");
    private static final Map<Class<?>, Sentence> BY_TYPE = read(Reason.class);
    private static final Map<String, Sentence> BY_CODE =
            BY_TYPE.values().stream().collect(Collectors.toUnmodifiableMap(Sentence::code, Function.identity()));

    private final String code;
    private final String says;
    private final Constructor<?> constructor;
    private final List<Place> places;
    /** The English between the places: one more than there are in the sentence. */
    private final List<String> texts;
    /** The places in the order of the sentence, in which one may stand twice. */
    private final List<Place> order;

    private Sentence(Class<?> type, String says) {
        this.code = code(type);
        this.says = says;
        Map<String, String> formats = new TreeMap<>();
        PLACE.matcher(says)
                .results()
                .forEach(found -> formats.merge(found.group(1), format(found.group(2)), String::concat));
        RecordComponent[] components = type.getRecordComponents();
        this.constructor = constructor(type, components);
        this.places = Arrays.stream(components)
                .map(component -> Place.of(
                        component,
                        requireNonNull(
                                formats.get(component.getName()), () -> code + " must say " + component.getName())))
                .toList();
        List<String> between = new ArrayList<>();
        List<Place> named = new ArrayList<>();
        Matcher place = PLACE.matcher(says);
        int last = 0;
        while (place.find()) {
            between.add(says.substring(last, place.start()));
            named.add(place(place.group(1)));
            last = place.end();
        }
        between.add(says.substring(last));
        this.texts = List.copyOf(between);
        this.order = List.copyOf(named);
    }

    private static String format(@Nullable String given) {
        return given == null ? "" : given;
    }

    private Place place(String name) {
        return places.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(code + " has no " + name));
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its constructor", e);
        }
    }

    private static Map<Class<?>, Sentence> read(Class<?> type) {
        Says says = type.getAnnotation(Says.class);
        if (says != null) {
            return Map.of(type, new Sentence(type, says.value()));
        }
        Class<?>[] kinds = type.getPermittedSubclasses();
        return kinds == null
                ? Map.of()
                : Arrays.stream(kinds)
                        .flatMap(kind -> read(kind).entrySet().stream())
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The record's name in small letters, its words parted by dashes. */
    private static String code(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Every sentence that there is, by code. */
    public static List<Sentence> all() {
        return BY_TYPE.values().stream()
                .sorted(Comparator.comparing(Sentence::code))
                .toList();
    }

    /**
     * The sentence of one reason.
     *
     * @throws IllegalArgumentException if it is several
     */
    public static Sentence of(Reason one) {
        Sentence sentence = BY_TYPE.get(one.getClass());
        if (sentence == null) {
            throw new IllegalArgumentException("several reasons have several sentences: [" + one + "]");
        }
        return sentence;
    }

    /** The sentence of a code, if this version knows it. */
    public static Optional<Sentence> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Stable for programs. */
    public String code() {
        return code;
    }

    public List<Place> places() {
        return places;
    }

    /** The English sentence with its places in the form in which every language names them. */
    public String template() {
        return PLACE.matcher(says)
                .replaceAll(
                        found -> Matcher.quoteReplacement(place(found.group(1)).inTemplate()));
    }

    String english(Reason reason) {
        StringBuilder sentence = new StringBuilder(texts.getFirst());
        for (int i = 0; i < order.size(); i++) {
            sentence.append(order.get(i).english(reason)).append(texts.get(i + 1));
        }
        return sentence.toString();
    }

    /**
     * The reason with these values.
     *
     * @param values in the order and of the types of the places
     * @throws IllegalArgumentException if they are others
     */
    public Reason with(List<Object> values) {
        try {
            return (Reason) constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(code + " refuses " + values, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a reason can be made", e);
        }
    }
}
