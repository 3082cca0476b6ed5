package dev.footfall.drivers;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Payloads that no device should send and that come anyway. */
final class NastyPayloads {
    private static final int DEEP = 10_000;

    private NastyPayloads() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("empty", new byte[0]);
        all.put("a zero byte", new byte[] {0});
        all.put("invalid UTF-8", new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'});
        all.put(
                "invalid UTF-8 in a value",
                "{\"type\":\"zone\",\"zone\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        all.put("UTF-16", "{\"type\":\"crossing\",\"in\":1}".getBytes(StandardCharsets.UTF_16));
        all.put("half a UTF-32 character", new byte[] {'1', 0, 0, 0, ']'});
        all.put("UTF-32 that stops being it", text("\0\0\0{\0\0\0\"Time\":1}"));
        all.put("10,000 arrays deep", text("[".repeat(DEEP) + "]".repeat(DEEP)));
        all.put("10,000 objects deep", text("{\"type\":".repeat(DEEP) + "1" + "}".repeat(DEEP)));
        all.put("10,000 elements deep", text("<a>".repeat(DEEP) + "</a>".repeat(DEEP)));
        all.put("not closed", text("{\"type\":\"crossing\",\"in\":"));
        all.put("NaN", text("NaN"));
        all.put("a number with a million digits", text("1".repeat(1_000_000)));
        all.put("100,000 digits in a field", text("{\"type\":\"zone\",\"count\":" + "9".repeat(100_000) + "}"));
        all.put("100,000 characters of name", text("{\"" + "x".repeat(100_000) + "\":1}"));
        all.put("a megabyte of blanks", text(" ".repeat(1 << 20)));
        all.put("ten megabytes of nothing", new byte[10 << 20]);
        all.put("a surrogate by itself", text("{\"type\":\"zone\",\"zone\":\"\\ud800\",\"count\":1}"));
        all.put("null", text("null"));
        all.put("a text", text("\"online\""));
        all.put("an empty object", text("{}"));
        all.put("an empty array", text("[]"));
        all.put("nested arrays", text("[[],[[]],[[[1]]]]"));
        all.put(
                "entity bomb",
                text("<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"" + "&x;".repeat(500) + "\"><!ENTITY z \""
                        + "&y;".repeat(500) + "\">]><EventNotificationAlert>&z;</EventNotificationAlert>"));
        all.put(
                "external entity",
                text("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                        + "<EventNotificationAlert><eventType>&x;</eventType></EventNotificationAlert>"));
        all.put("JPEG", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 0x10, 'J', 'F', 'I', 'F', 0
        });
        return all;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
