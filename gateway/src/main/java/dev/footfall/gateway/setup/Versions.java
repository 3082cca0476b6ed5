package dev.footfall.gateway.setup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The configuration's file and what it held before: each earlier text is a file of its own in the folder {@code earlier} beside
 * it, with a first line that says when it was replaced and by whom.
 */
final class Versions {
    static final String FOLDER = "earlier";
    static final int MOST = 100;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String LINE = "# replaced %s by %s\n";
    private static final Pattern FIRST_LINE = Pattern.compile("# replaced (\\S+) by (.*)\n");
    private static final int VERSION_DIGITS = 16;
    private static final Pattern NAME = Pattern.compile("\\S+Z-([0-9a-f]{" + VERSION_DIGITS + "})\\.yaml");

    private final Path file;
    private final Path folder;

    /** An earlier text. */
    record Earlier(String version, Instant replacedAt, String replacedBy, String text) {}

    Versions(Path file) {
        this.file = file;
        this.folder = file.resolveSibling(FOLDER);
    }

    /** Equal texts have equal versions. */
    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String read() throws IOException {
        return Files.readString(file);
    }

    /** Newest first. */
    List<Earlier> earlier() throws IOException {
        List<Earlier> found = new ArrayList<>();
        for (Path each : files()) {
            parse(each).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Earlier> parse(Path each) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(each.getFileName()));
        String text = Files.readString(each);
        Matcher line = FIRST_LINE.matcher(text);
        return name.matches() && line.lookingAt()
                ? Optional.of(new Earlier(
                        name.group(1), Instant.parse(line.group(1)), line.group(2), text.substring(line.end())))
                : Optional.empty();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each ->
                            NAME.matcher(String.valueOf(each.getFileName())).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** A new text on disk beside the file, and the present one kept; nothing has taken its place yet. */
    Path prepare(String text, String present, Instant at, String by) throws IOException {
        Files.createDirectories(folder);
        String name = by.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        write(folder.resolve(STAMP.format(at) + "-" + of(present) + ".yaml"), String.format(LINE, at, name) + present);
        Path prepared = file.resolveSibling("." + file.getFileName() + ".new");
        write(prepared, text);
        PosixFileAttributeView rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (rights != null) {
            Files.setPosixFilePermissions(prepared, rights.readAttributes().permissions());
        }
        for (Path old : files().stream().skip(MOST).toList()) {
            Files.deleteIfExists(old);
        }
        return prepared;
    }

    /** The prepared text takes the file's place, whole or not at all. */
    void publish(Path prepared) throws IOException {
        publish(prepared, file);
    }

    static void publish(Path prepared, Path target) throws IOException {
        Files.move(prepared, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null) {
            try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private static void write(Path target, String text) throws IOException {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path target, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
