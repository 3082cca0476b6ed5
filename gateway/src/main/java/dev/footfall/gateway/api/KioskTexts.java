package dev.footfall.gateway.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.reason.Sentence;
import dev.footfall.reason.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kiosk's words of a language by their keys. The English of reasons is the core's own, so that it is written once; other
 * languages have theirs in their file.
 */
public final class KioskTexts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENGLISH = "en";

    private KioskTexts() {}

    /** All of them. */
    public static Map<String, String> of(String language) {
        try {
            Map<String, String> words = JSON.readValue(
                    KioskAssets.resource(file(language)).getBytes(), new TypeReference<TreeMap<String, String>>() {});
            if (language.equals(ENGLISH)) {
                Sentence.all().forEach(sentence -> words.put("reason." + sentence.code(), sentence.template()));
                for (Word word : Word.values()) {
                    words.put("reason.word." + word.wireName(), word.english());
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(file(language) + " must hold words by keys", e);
        }
    }

    private static String file(String language) {
        return KioskAssets.FOLDER + KioskAssets.TEXTS + language + ".json";
    }

    /** The same as a page reads them. */
    static byte[] json(String language) {
        try {
            return JSON.writeValueAsBytes(of(language));
        } catch (IOException e) {
            throw new UncheckedIOException("words can be written", e);
        }
    }
}
