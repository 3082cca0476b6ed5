package dev.footfall.drivers.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the XML in an HTTP body: plain, in the parts of a multipart body whatever they are called, or anywhere in bytes
 * that somebody wrapped. Pictures beside it are left alone.
 */
public final class XmlBodies {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]{0,100}?encoding=[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private static final int LONGEST_PREFIX = 40;

    private XmlBodies() {}

    /**
     * The documents in a body, in its order; empty if there is none.
     *
     * @param element local name of the documents' root, to find a document in the midst of other bytes
     * @return null for bytes that are not text in the encoding they claim
     */
    public static @Nullable List<String> find(byte[] body, @Nullable String contentType, String element) {
        // One character per byte: positions in this text are positions in the bytes.
        String bytes = new String(body, StandardCharsets.ISO_8859_1);
        boolean ascii = isAscii(body);
        List<String> documents = new ArrayList<>();
        for (String part : parts(bytes, contentType)) {
            int start = start(part, 0, element);
            while (start >= 0) {
                int end = end(part, start, element);
                String document = decode(part.substring(start, end), ascii);
                if (document == null) {
                    return null;
                }
                documents.add(document);
                start = start(part, end, element);
            }
        }
        return documents;
    }

    private static List<String> parts(String bytes, @Nullable String contentType) {
        String boundary = boundary(bytes, contentType);
        if (boundary == null) {
            return List.of(bytes);
        }
        List<String> parts = new ArrayList<>();
        String delimiter = "--" + boundary;
        int from = bytes.indexOf(delimiter);
        while (from >= 0) {
            int content = from + delimiter.length();
            int next = bytes.indexOf(delimiter, content);
            parts.add(bytes.substring(content, next < 0 ? bytes.length() : next));
            from = next;
        }
        // A content type may promise a boundary that the body does not have.
        return parts.isEmpty() ? List.of(bytes) : parts;
    }

    private static @Nullable String boundary(String bytes, @Nullable String contentType) {
        if (contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            Matcher matcher = BOUNDARY.matcher(contentType);
            if (matcher.find()) {
                return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            }
        }
        if (bytes.startsWith("--")) {
            int lineEnd = bytes.indexOf('\n');
            String line = lineEnd < 0 ? "" : bytes.substring(2, lineEnd).strip();
            return line.isEmpty() || line.length() > 200 ? null : line;
        }
        return null;
    }

    /** Where the next document begins: at its declaration, else at its root element. */
    private static int start(String part, int from, String element) {
        int open = tag(part, from, "<", element);
        // Not further than the element: a body of many documents would be searched to its end for each of them.
        int declaration = part.indexOf("<?xml", from, open < 0 ? part.length() : open);
        return declaration >= 0 ? declaration : open;
    }

    private static int end(String part, int start, String element) {
        int closing = tag(part, start, "</", element);
        int end = closing < 0 ? -1 : part.indexOf('>', closing);
        return end < 0 ? part.length() : end + 1;
    }

    /** Where the next tag of that local name is, with whatever prefix. */
    private static int tag(String part, int from, String opening, String element) {
        for (int at = part.indexOf(element, from); at >= 0; at = part.indexOf(element, at + 1)) {
            int after = at + element.length();
            int before = beforePrefix(part, at);
            if (part.startsWith(opening, before - opening.length())
                    && before - opening.length() >= from
                    && (after == part.length() || !isNamePart(part.charAt(after)))) {
                return before - opening.length();
            }
        }
        return -1;
    }

    private static int beforePrefix(String part, int name) {
        if (name == 0 || part.charAt(name - 1) != ':') {
            return name;
        }
        int prefix = name - 1;
        while (prefix > 0 && name - prefix <= LONGEST_PREFIX && isNamePart(part.charAt(prefix - 1))) {
            prefix--;
        }
        return prefix;
    }

    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.';
    }

    private static @Nullable String decode(String bytes, boolean ascii) {
        if (ascii) {
            return bytes;
        }
        try {
            byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
            return charset(bytes).newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** True for most devices most of the time; every encoding that a device names has ASCII in it. */
    private static boolean isAscii(byte[] body) {
        int all = 0;
        for (byte b : body) {
            all |= b;
        }
        return all >= 0;
    }

    private static Charset charset(String document) {
        if (!document.startsWith("<?xml")) {
            return StandardCharsets.UTF_8;
        }
        Matcher matcher = ENCODING.matcher(document);
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
