package dev.footfall.gateway.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a payload that can be read: all of it, or the document beside pictures. */
final class PayloadText {
    private static final Pattern XML_COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern JSON_COMMENT =
            Pattern.compile("(\"(?:[^\"\\\\]++|\\\\.)*+\")|/\\*.*?\\*/|//[^\\n]*+", Pattern.DOTALL);

    private PayloadText() {}

    /** The text, null if there is none. */
    static @Nullable String of(byte[] payload) {
        String whole = decoded(payload, 0, payload.length);
        return whole != null ? withoutComments(whole) : document(payload);
    }

    /** The text without what its writer noted for readers. */
    static String withoutComments(String text) {
        String plain = XML_COMMENT.matcher(text).replaceAll("");
        String start = plain.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[") || start.startsWith("/");
        return json
                ? JSON_COMMENT
                        .matcher(plain)
                        .replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)))
                : plain;
    }

    /** XML between pictures: from its declaration or first tag to its last before bytes that are no text. */
    private static @Nullable String document(byte[] payload) {
        String bytes = new String(payload, StandardCharsets.ISO_8859_1);
        int start = bytes.indexOf("<?xml");
        start = start < 0 ? bytes.indexOf('<') : start;
        if (start < 0) {
            return null;
        }
        int stop = start;
        while (stop < bytes.length() && isText(bytes.charAt(stop))) {
            stop++;
        }
        int end = bytes.lastIndexOf('>', stop - 1);
        return end < start ? null : decoded(payload, start, end + 1 - start);
    }

    private static boolean isText(char c) {
        return c >= ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static @Nullable String decoded(byte[] bytes, int start, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
