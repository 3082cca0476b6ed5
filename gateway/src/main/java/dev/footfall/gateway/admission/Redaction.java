package dev.footfall.gateway.admission;

import dev.footfall.observation.Identity;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a refused payload fit to be kept: addresses become pseudonyms, named personal fields are blanked, size is capped. */
public final class Redaction {
    private static final int KEPT_CHARS = 2048;
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{2}(?:[:.-]?[0-9a-f]{2}){5}(?![0-9a-f])");
    /** An address cut short: four or five octets. */
    private static final Pattern PART_OF_ADDRESS =
            Pattern.compile("(?i)(?<![0-9a-f])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){3,4}(?![0-9a-f])");

    /** Frames as hex or base64, beacon numbers, keys: whoever sends them may stand in them. */
    private static final Pattern ENCODED =
            Pattern.compile("(?i)(?<![0-9a-z])(?:[0-9a-f]{2}[:\\s-]?){13,400}|[0-9a-z+/_]{24,}={0,2}");

    /** Ids of Bluetooth gateways, for example {@code irk:0123…}, {@code iBeacon:uuid-major-minor}. */
    private static final Pattern KIND_AND_ID = Pattern.compile("(?i)(?<![a-z0-9])[a-z]{2,12}:[0-9a-z][0-9a-z:._-]{4,}");

    private static final String PERSONAL =
            "[a-z_]*(?:plate|member|mac|ssid|user|face|name|secret|password|token|imei|iccid|email)[a-z_]*";

    /** One in single or double quotes, before a colon; lists and objects are its value as a whole. */
    private static final String MEMBER =
            "(?i)([\"'])(%s)([\"']\\s*:\\s*)" + "(\"[^\"]*\"?|'[^']*'?|\\[[^\\]]*\\]?|\\{[^}]*\\}?|[^<,}\\]\\s]*)";

    private static final Pattern PERSONAL_MEMBER = Pattern.compile(MEMBER.formatted(PERSONAL));
    private static final Pattern PERSONAL_ELEMENT =
            Pattern.compile("(?i)(<(?:[\\w.-]{1,40}:)?" + PERSONAL + "(?:\\s[^>]*)?>)([^<]*)");

    private static final String WITHHELD = "(a row without names for what is in it)";

    private final Pseudonyms pseudonyms;

    public Redaction(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** A payload in which nothing further is known to name somebody. */
    public String payload(byte[] payload, LocalDate day) {
        return payload(payload, day, Set.of());
    }

    /**
     * What may be kept of a payload.
     *
     * @param personal further names of fields that hold identities in this sensor's messages
     */
    public String payload(byte[] payload, LocalDate day, Set<String> personal) {
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
        String clean = text(isMarkup(head) ? without(personal, head) : withoutRowsOfPeople(head), day);
        return clean.length() <= KEPT_CHARS && length == payload.length
                ? clean
                : clean.substring(0, Math.min(clean.length(), KEPT_CHARS)) + "… (" + payload.length + " bytes in all)";
    }

    /** What may be kept of a text, for example a topic or a sentence that quotes the message. */
    public String text(String text, LocalDate day) {
        String members = PERSONAL_MEMBER.matcher(text).replaceAll("$1$2$3\"***\"");
        String blanked = PERSONAL_ELEMENT.matcher(members).replaceAll("$1***");
        String plain = ENCODED.matcher(blanked).replaceAll("(encoded)");
        String unnamed = KIND_AND_ID.matcher(plain).replaceAll("(id)");
        String hidden =
                ADDRESS.matcher(unnamed).replaceAll(found -> Matcher.quoteReplacement(pseudonym(found.group(), day)));
        return PART_OF_ADDRESS.matcher(hidden).replaceAll("(part of an address)");
    }

    /** JSON and XML name their fields, so that the personal ones can be blanked one by one. */
    private static boolean isMarkup(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") || start.startsWith("<");
    }

    private static String without(Set<String> personal, String text) {
        String clean = text;
        for (String name : personal) {
            clean = Pattern.compile(MEMBER.formatted(Pattern.quote(name)))
                    .matcher(clean)
                    .replaceAll("$1$2$3\"***\"");
        }
        return clean;
    }

    /** Rows without field names: those that hold an address may hold its owner's networks too, others plates. */
    private static String withoutRowsOfPeople(String text) {
        return text.lines()
                .map(line -> ADDRESS.matcher(line).find() ? "(a row with an address)" : mayName(line) ? WITHHELD : line)
                .collect(Collectors.joining("\n"));
    }

    /** Text without field names in which a plate or an address may stand: digits beside letters, in a row, or many of them. */
    private static boolean mayName(String line) {
        long digits = line.chars().filter(Character::isDigit).count();
        boolean others = line.chars().anyMatch(c -> Character.isLetter(c) || c == ',' || c == ';');
        return digits >= 5 || (digits > 0 && others);
    }

    private String pseudonym(String address, LocalDate day) {
        String plain = address.replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
        return pseudonyms.of(new Identity.Raw(plain), day).toString();
    }
}
