package dev.footfall.gpio;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lines from the kernel's GPIO character device, version 2 (Linux 5.10 and newer). Debouncing is left to the state machine
 * that can be replayed, so every edge is asked for.
 */
public final class KernelLines implements LinePort {
    /** The kernel keeps at most so many edges until they are read; its own default is 16. */
    private static final int EVENT_BUFFER = 1024;

    private static final long GET_LINE = 0xC250B407L;
    private static final long FLAG_INPUT = 1 << 2;
    private static final long FLAG_BOTH_EDGES = (1 << 4) | (1 << 5);
    private static final int REQUEST_BYTES = 592;
    private static final int CONSUMER = 256;
    private static final int FLAGS = 288;
    private static final int NUM_LINES = 560;
    private static final int BUFFER_SIZE = 564;
    private static final int FILE = 588;
    private static final int LONGEST_CONSUMER = 31;

    private final Path devices;

    public KernelLines() {
        this(Path.of("/dev"));
    }

    /** @param devices the folder in which the chips' device files are */
    KernelLines(Path devices) {
        this.devices = devices;
    }

    @Override
    public LineWatch watch(LineWish wish) throws LineProblem {
        try (Chip chip = Chip.open(wish.chip(), devices)) {
            for (int line : wish.lines()) {
                if (line < 0 || line >= chip.lines()) {
                    throw new LineProblem("line " + line + " of " + chip + " does not exist, which has lines 0 to "
                            + (chip.lines() - 1) + ": correct options.outer or inner; gpioinfo lists them");
                }
            }
            return new KernelWatch(request(chip, wish), wish.lines(), chip.toString());
        }
    }

    private static int request(Chip chip, LineWish wish) throws LineProblem {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(REQUEST_BYTES, 8);
            for (int i = 0; i < wish.lines().size(); i++) {
                request.set(JAVA_INT, 4L * i, wish.lines().get(i));
            }
            String consumer = wish.consumer();
            request.setString(CONSUMER, consumer.substring(0, Math.min(LONGEST_CONSUMER, consumer.length())));
            request.set(JAVA_LONG, FLAGS, FLAG_INPUT | FLAG_BOTH_EDGES | bias(wish.pull()));
            request.set(JAVA_INT, NUM_LINES, wish.lines().size());
            request.set(JAVA_INT, BUFFER_SIZE, EVENT_BUFFER);
            int result = Libc.ioctl(chip.file(), GET_LINE, request);
            if (result < 0) {
                throw new LineProblem(refusal(chip, wish, -result));
            }
            return request.get(JAVA_INT, FILE);
        }
    }

    private static long bias(LineWish.Pull pull) {
        return switch (pull) {
            case AS_IS -> 0;
            case UP -> 1 << 8;
            case DOWN -> 1 << 9;
            case OFF -> 1 << 10;
        };
    }

    private static String refusal(Chip chip, LineWish wish, int errno) {
        return switch (errno) {
            case Libc.EBUSY -> busy(chip, wish.lines());
            case Libc.EPERM, Libc.EACCES ->
                named(wish.lines()) + " of " + chip
                        + " may not be used by this user: add it to the group that owns /dev/"
                        + "gpiochip* (often gpio) and start again";
            case Libc.EINVAL ->
                named(wish.lines()) + " of " + chip + " cannot be watched for edges as asked for (pull "
                        + wish.pull().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                        + "): use pull: as-is with a resistor outside, or another line";
            default ->
                named(wish.lines()) + " of " + chip + " cannot be watched (error " + errno
                        + "): another line of the chip may do; the kernel's log (dmesg) may say why";
        };
    }

    private static String busy(Chip chip, List<Integer> lines) {
        for (int line : lines) {
            String consumer = chip.consumer(line);
            if (!consumer.isEmpty()) {
                return "line " + line + " of " + chip + " is in use by [" + consumer
                        + "]: stop that program or remove its overlay, or use another line";
            }
        }
        return named(lines) + " of " + chip
                + " is in use by a program that does not say its name: stop it, or use another"
                + " line; gpioinfo shows who has which";
    }

    private static String named(List<Integer> lines) {
        return (lines.size() == 1 ? "line " : "one of the lines ")
                + lines.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(" and "));
    }

    /** The lines of one request; reading and closing may be on two threads. */
    private static final class KernelWatch implements LineWatch {
        private static final long GET_VALUES = 0xC010B40EL;
        private static final int EVENT_BYTES = 48;
        private static final int EVENTS_AT_ONCE = 128;
        private static final int RISING = 1;

        private final int file;
        private final List<Integer> lines;
        private final String chip;
        private final Arena arena = Arena.ofShared();
        private final MemorySegment events = arena.allocate((long) EVENT_BYTES * EVENTS_AT_ONCE, 8);

        KernelWatch(int file, List<Integer> lines, String chip) {
            this.file = file;
            this.lines = lines;
            this.chip = chip;
        }

        @Override
        public boolean isHigh(int line) throws LineProblem {
            long bit = 1L << lines.indexOf(line);
            try (Arena call = Arena.ofConfined()) {
                MemorySegment values = call.allocate(16, 8);
                values.set(JAVA_LONG, 8, bit);
                if (Libc.ioctl(file, GET_VALUES, values) < 0) {
                    throw gone();
                }
                return (values.get(JAVA_LONG, 0) & bit) != 0;
            }
        }

        @Override
        public int read(int waitMillis, Consumer<LineEdge> sink) throws LineProblem {
            int ready = Libc.awaitInput(file, waitMillis);
            if (ready == 0 || ready == -Libc.EINTR) {
                return 0;
            }
            int bytes = ready < 0 ? ready : Libc.read(file, events);
            if (bytes < 0) {
                throw gone();
            }
            int count = bytes / EVENT_BYTES;
            for (int i = 0; i < count; i++) {
                long at = (long) EVENT_BYTES * i;
                sink.accept(new LineEdge(
                        events.get(JAVA_INT, at + 12),
                        events.get(JAVA_INT, at + 8) == RISING,
                        events.get(JAVA_LONG, at),
                        Integer.toUnsignedLong(events.get(JAVA_INT, at + 20))));
            }
            return count;
        }

        private LineProblem gone() {
            return new LineProblem(named(lines) + " of " + chip
                    + " can no longer be read: was the chip unplugged or its driver removed?");
        }

        @Override
        public void close() {
            Libc.close(file);
            arena.close();
        }
    }
}
