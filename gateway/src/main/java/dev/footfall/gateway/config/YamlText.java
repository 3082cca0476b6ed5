package dev.footfall.gateway.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a configuration file as text: bounded in size, UTF-8 only. */
final class YamlText {
    static final int MOST_BYTES = 1 << 20;
    static final Rule TOO_LARGE = Rule.of("file-too-large", "must not be larger than 1 MiB");

    private YamlText() {}

    /** The text, or null with the reason among the problems. */
    static @Nullable String read(Path file, Problems problems) {
        byte[] bytes = bytes(file, problems);
        if (bytes == null) {
            return null;
        }
        if (bytes.length > MOST_BYTES) {
            problems.add(0, "", "", TOO_LARGE);
            return null;
        }
        return decode(bytes, problems);
    }

    private static byte @Nullable [] bytes(Path file, Problems problems) {
        if (Files.isDirectory(file)) {
            problems.add(0, "", "", Rule.of("folder", "is a folder; it must be a file"));
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException ignored) {
            problems.add(
                    0,
                    "",
                    "",
                    Rule.of(
                            "no-file",
                            "does not exist in {folder}; create it there, config/minimal/store.yaml is a start",
                            "folder",
                            file.toAbsolutePath().getParent()));
        } catch (AccessDeniedException ignored) {
            problems.add(
                    0,
                    "",
                    "",
                    Rule.of(
                            "denied",
                            "cannot be read: permission denied; let the gateway's user read {file}",
                            "file",
                            file));
        } catch (IOException e) {
            problems.add(0, "", "", Rule.of("unreadable", "cannot be read: {why}", "why", e.getMessage()));
        }
        return null;
    }

    private static @Nullable String decode(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        try {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException ignored) {
            problems.add(
                    lineAt(bytes, in.position()),
                    "",
                    "",
                    Rule.of("not-utf8", "is not UTF-8 text here; save the file as UTF-8"));
            return null;
        }
        return out.flip().toString();
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
