package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.observation.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a refused payload fit to be kept: addresses become pseudonyms, named personal fields are blanked, size is capped. */
final class Redaction {
    private static final int KEPT_CHARS = 2048;
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{2}(?:[:.-]?[0-9a-f]{2}){5}(?![0-9a-f])");
    private static final Pattern PERSONAL_FIELD = Pattern.compile(
            "(?i)(<|\"|')([a-z_]*(?:plate|mac|ssid|user|face|name|secret|password|token|imei|iccid|email)[a-z_]*)"
                    + "((?:\"|')\\s*:\\s*|>)(\"[^\"]*\"?|'[^']*'?|[^<,}\\]\\s]*)");

    private final Pseudonyms pseudonyms;

    Redaction(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    String payload(byte[] payload, LocalDate day) {
        int length = Math.min(payload.length, 2 * KEPT_CHARS);
        String head;
        try {
            head = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload, 0, length))
                    .toString();
        } catch (CharacterCodingException ignored) {
            if (length == payload.length) {
                return "(" + payload.length + " bytes that are not text)";
            }
            head = new String(payload, 0, length, StandardCharsets.ISO_8859_1);
        }
        String clean = text(head, day);
        return clean.length() <= KEPT_CHARS && length == payload.length
                ? clean
                : clean.substring(0, Math.min(clean.length(), KEPT_CHARS)) + "… (" + payload.length + " bytes in all)";
    }

    String text(String text, LocalDate day) {
        String blanked = PERSONAL_FIELD.matcher(text).replaceAll("$1$2$3\"***\"");
        return ADDRESS.matcher(blanked).replaceAll(found -> Matcher.quoteReplacement(pseudonym(found.group(), day)));
    }

    private String pseudonym(String address, LocalDate day) {
        String plain = address.replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
        return pseudonyms.of(new Identity.Raw(plain), day).toString();
    }
}
