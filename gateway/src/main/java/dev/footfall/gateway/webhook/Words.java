package dev.footfall.gateway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of one language: those of the kiosk, so that a message says what the screen says, and a few of its own. */
final class Words {
    private static final String REASON = "reason:";
    private static final String PARTED = "; ";
    private static final String STOP = ".";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> texts = new HashMap<>();
    private final List<Reason> reasons = new ArrayList<>();

    /** @param stops whether it ends with a full stop of its own */
    private record Reason(Pattern pattern, boolean stops, String text) {}

    private Words() {}

    static Words of(String language) {
        Words words = new Words();
        words.read("/kiosk/text/" + language + ".json");
        words.read("/dev/footfall/gateway/webhook/" + language + ".json");
        return words;
    }

    private void read(String resource) {
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar must hold " + resource);
            }
            for (Map.Entry<String, JsonNode> entry : JSON.readTree(in).properties()) {
                String text = entry.getValue().textValue();
                if (entry.getKey().startsWith(REASON)) {
                    String key = entry.getKey();
                    reasons.add(new Reason(pattern(key.substring(REASON.length())), key.endsWith(STOP), text));
                } else {
                    texts.put(entry.getKey(), text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }

    private static Pattern pattern(String reason) {
        StringBuilder regex = new StringBuilder();
        int last = 0;
        Matcher places = PLACE.matcher(reason);
        while (places.find()) {
            regex.append(Pattern.quote(reason.substring(last, places.start())))
                    .append("(?<")
                    .append(places.group(1))
                    .append(">.+?)");
            last = places.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(reason.substring(last))).toString(), Pattern.DOTALL);
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    String text(String key) {
        return text(key, Map.of());
    }

    /** The words of a key with its {places} filled in. */
    String text(String key, Map<String, String> values) {
        return filled(texts.getOrDefault(key, key), values);
    }

    /** A reason as the gateway gives it, in this language as far as it is known there. */
    String reason(String given) {
        return Arrays.stream(given.split(PARTED, -1))
                .map(this::translated)
                .collect(Collectors.joining(text("reason.joint")));
    }

    private String translated(String one) {
        boolean stops = one.endsWith(STOP);
        for (Reason reason : reasons) {
            Matcher found = reason.pattern().matcher(one);
            if ((!stops || reason.stops()) && found.matches()) {
                Map<String, String> values = new HashMap<>();
                reason.pattern()
                        .namedGroups()
                        .keySet()
                        .forEach(name -> values.put(name, translated(found.group(name))));
                return filled(reason.text(), values);
            }
        }
        return stops ? withStop(one, one.substring(0, one.length() - 1)) : one;
    }

    /** Of a sentence whose reasons were parted, the last one has the full stop. */
    private String withStop(String one, String plain) {
        String known = translated(plain);
        return known.equals(plain) ? one : known + text("reason.stop");
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
