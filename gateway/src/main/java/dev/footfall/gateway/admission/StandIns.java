package dev.footfall.gateway.admission;

import dev.footfall.observation.Identity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Other identities of the same form, for messages that are kept as they came: an address for an address, a plate for a
 * plate. The same one all through a business day, another the next; the secret ends with this object.
 */
public final class StandIns {
    private static final int ADDRESS_DIGITS = 12;
    private static final long ADDRESS_BITS = 0xffff_ffff_ffffL;

    /** Bits of an address that say what kind it is: Bluetooth's two highest, locally administered, group. */
    private static final long KIND_BITS = 0xc3L << 40;

    private static final int TELLING = 6;

    private final Pseudonyms pseudonyms = new Pseudonyms(null);

    /**
     * Stands for an identity.
     *
     * @return of the same length, with letters and digits in the same places; an address is one of the same kind
     */
    public String of(String identity, LocalDate day) {
        long drawn = pseudonyms.of(new Identity.Raw(identity), day).hash();
        if (isAddress(identity)) {
            long kind = Long.parseLong(identity, 16) & KIND_BITS;
            return String.format(Locale.ROOT, "%012x", drawn & ADDRESS_BITS & ~KIND_BITS | kind);
        }
        SplittableRandom random = new SplittableRandom(drawn);
        String[] parts = identity.split(":", -1);
        boolean oneTells = Arrays.stream(parts).anyMatch(StandIns::tells);
        return Arrays.stream(parts)
                .map(part -> (oneTells ? tells(part) : !isWord(part)) || parts.length == 1 ? like(part, random) : part)
                .collect(Collectors.joining(":"));
    }

    /** Of an identity put together from parts: its kind is a word, and what is short is no identity by itself. */
    private static boolean tells(String part) {
        return part.length() >= TELLING && !isWord(part);
    }

    private static boolean isWord(String part) {
        return part.chars().allMatch(Character::isLetter);
    }

    private static String like(String part, SplittableRandom random) {
        StringBuilder text = new StringBuilder(part.length());
        part.chars().forEach(c -> text.append(like((char) c, random)));
        return text.toString();
    }

    private static boolean isAddress(String identity) {
        return identity.length() == ADDRESS_DIGITS && identity.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static char like(char c, SplittableRandom random) {
        if (c >= 'a' && c <= 'f') {
            return (char) ('a' + random.nextInt(6));
        }
        if (c >= 'A' && c <= 'F') {
            return (char) ('A' + random.nextInt(6));
        }
        if (Character.isDigit(c)) {
            return (char) ('0' + random.nextInt(10));
        }
        if (Character.isLowerCase(c)) {
            return (char) ('a' + random.nextInt(26));
        }
        return Character.isLetter(c) ? (char) ('A' + random.nextInt(26)) : c;
    }
}
