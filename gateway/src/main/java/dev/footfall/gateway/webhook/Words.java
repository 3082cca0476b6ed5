package dev.footfall.gateway.webhook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.gateway.api.KioskTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one language: those of the kiosk, so that a message says what the screen says, and a few of its own. */
final class Words {
    /** A place, and how what stands there is to be written, which is for whoever fills it. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::\\w+)?}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> texts;

    private Words(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    static Words of(String language) {
        Map<String, String> texts = new HashMap<>(KioskTexts.of(language));
        texts.putAll(own("/dev/footfall/gateway/webhook/" + language + ".json"));
        return new Words(texts);
    }

    private static Map<String, String> own(String resource) {
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar must hold " + resource);
            }
            return JSON.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the jar cannot be read", e);
        }
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    String text(String key) {
        return text(key, Map.of());
    }

    /** The words of a key with its {places} filled in. */
    String text(String key, Map<String, String> values) {
        return PLACE.matcher(texts.getOrDefault(key, key))
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
