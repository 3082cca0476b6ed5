package dev.footfall.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An open GPIO chip. */
final class Chip implements AutoCloseable {
    private static final long GET_CHIPINFO = 0x8044B401L;
    private static final long GET_LINEINFO = 0xC100B405L;
    private static final int CONSUMER = 32;

    private final int file;
    private final String name;
    private final String label;
    private final int lines;

    private Chip(int file, String name, String label, int lines) {
        this.file = file;
        this.name = name;
        this.label = label;
        this.lines = lines;
    }

    /**
     * Opens the chip of that name or label.
     *
     * @param devices the folder of device files
     */
    static Chip open(String wanted, Path devices) throws LineProblem {
        List<String> seen = new ArrayList<>();
        List<String> forbidden = new ArrayList<>();
        for (Path path : paths(devices)) {
            int file = Libc.open(path.toString());
            if (file == -Libc.EACCES || file == -Libc.EPERM) {
                forbidden.add(path.toString());
            } else if (file >= 0) {
                Chip chip = about(file);
                if (chip != null && (chip.name.equals(wanted) || chip.label.equals(wanted))) {
                    return chip;
                }
                if (chip != null) {
                    seen.add(chip.toString());
                }
                Libc.close(file);
            }
        }
        throw new LineProblem(missing(wanted, seen, forbidden));
    }

    private static List<Path> paths(Path devices) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "gpiochip*")) {
            List<Path> paths = new ArrayList<>();
            found.forEach(paths::add);
            paths.sort(null);
            return paths;
        } catch (IOException ignored) {
            return List.of();
        }
    }

    private static String missing(String wanted, List<String> seen, List<String> forbidden) {
        if (!forbidden.isEmpty()) {
            return "GPIO chip [" + wanted + "] cannot be looked for, because this user may not open "
                    + String.join(", ", forbidden) + ": add it to the group that owns the file (ls -l shows it, often"
                    + " gpio) and start again";
        }
        return "there is no GPIO chip with name or label [" + wanted + "] on this machine ("
                + (seen.isEmpty() ? "it has none" : "it has " + String.join(", ", seen))
                + "): correct options.chip" + (seen.isEmpty() ? ", or run this on the board with the pins" : "");
    }

    private static @org.jspecify.annotations.Nullable Chip about(int file) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(68, 4);
            if (Libc.ioctl(file, GET_CHIPINFO, info) < 0) {
                return null;
            }
            return new Chip(file, info.getString(0), info.getString(CONSUMER), info.get(JAVA_INT, 64));
        }
    }

    int file() {
        return file;
    }

    int lines() {
        return lines;
    }

    /** Who has the line, as the kernel says; empty if nobody has it or it does not tell. */
    String consumer(int line) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(256, 8);
            info.set(JAVA_INT, 64, line);
            return Libc.ioctl(file, GET_LINEINFO, info) < 0 ? "" : info.getString(CONSUMER);
        }
    }

    @Override
    public String toString() {
        return label.isEmpty() || label.equals(name) ? name : name + " (" + label + ")";
    }

    @Override
    public void close() {
        Libc.close(file);
    }
}
