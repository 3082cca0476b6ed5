// long because: one program without a build of its own, started as `java Board.java`.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged gateway on an emulated arm64 board with a real kernel: QEMU's {@code virt} machine, whose PL061 chip has eight
 * GPIO lines that QEMU lets a test drive. Makes doors open and people walk by toggling lines, and asks the API for the count.
 * Exits 0 if all is right, 1 if not.
 */
public final class Board {
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Duration START_WITHIN = Duration.ofMinutes(10);
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);
    private static final int OUTER = 0;
    private static final int INNER = 1;
    private static final int SINGLE = 2;
    private static final int WALKS = 100;
    private static final int BREAKS = 200;
    private static final int SERIES = 3;
    private static final int GAP_MILLIS = 100;

    private static final String STORE = """
            store: { id: board, time-zone: UTC }
            entrances:
              - { id: dual, name: Two beams }
              - { id: single, name: One beam }
            sensors:
              - id: door
                driver: gpio-beam
                entrance: dual
                options: { chip: 9030000.pl061, outer: 0, inner: 1, active: high }
              - id: backdoor
                driver: gpio-beam
                entrance: single
                options: { chip: gpiochip0, outer: 2 }
              - id: no-chip
                driver: gpio-beam
                options: { chip: gpiochip7, outer: 0 }
              - id: no-line
                driver: gpio-beam
                options: { outer: 70 }
              - id: rival-a
                driver: gpio-beam
                options: { chip: 9030000.pl061, outer: 4 }
              - id: rival-b
                driver: gpio-beam
                options: { chip: gpiochip0, outer: 4 }
            ingest: { mqtt-listener: off }
            """;

    private final Path work;
    private final long started = System.nanoTime();
    private int passed;
    private int failed;

    private Board(Path work) {
        this.work = work;
    }

    public static void main(String[] args) throws Exception {
        Path cache = Path.of(args[0]);
        Path work = Path.of(args[1]);
        Board board = new Board(work);
        Process qemu = board.start(cache);
        Runtime.getRuntime().addShutdownHook(new Thread(qemu::destroyForcibly));
        Thread watchdog = Thread.ofPlatform().daemon().start(() -> board.giveUp(qemu));
        try {
            board.run();
        } finally {
            Files.writeString(board.work.resolve("stop"), "");
            stopped(qemu);
            watchdog.interrupt();
        }
        System.out.printf("board: %d passed, %d failed%n", board.passed, board.failed);
        System.exit(board.failed == 0 ? 0 : 1);
    }

    private void giveUp(Process qemu) {
        try {
            Thread.sleep(LIMIT);
            System.out.println("board: no end within " + LIMIT.toMinutes() + " minutes; given up");
            qemu.destroyForcibly();
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException ignored) {
            // The usual end.
        }
    }

    private Process start(Path cache) throws IOException {
        Files.createDirectories(work.resolve("config"));
        Files.writeString(work.resolve("config/store.yaml"), STORE);
        return new ProcessBuilder(
                        "qemu-system-aarch64", "-M", "virt", "-cpu", "cortex-a72", "-accel", "tcg,thread=multi",
                        "-smp", "2", "-m", "1024", "-nodefaults", "-display", "none", "-no-reboot",
                        "-serial", "file:" + work.resolve("serial.log"),
                        "-kernel", work.resolve("vmlinuz").toString(),
                        "-initrd", work.resolve("initrd.gz").toString(),
                        "-append", "console=ttyAMA0 quiet panic=-1 rdinit=/init",
                        "-qtest", "unix:" + work.resolve("qtest.sock") + ",server=on,wait=off",
                        "-qtest-log", "/dev/null",
                        "-qmp", "unix:" + work.resolve("qmp.sock") + ",server=on,wait=off",
                        "-fsdev", "local,id=r,path=" + cache.resolve("root") + ",security_model=none,readonly=on",
                        "-device", "virtio-9p-pci,fsdev=r,mount_tag=root",
                        "-fsdev", "local,id=w,path=" + work + ",security_model=none",
                        "-device", "virtio-9p-pci,fsdev=w,mount_tag=work")
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("qemu.log").toFile())
                .start();
    }

    private void run() throws Exception {
        say("waiting for the gateway on the board");
        long until = System.nanoTime() + START_WITHIN.toNanos();
        while (!text("sensors.json").contains("\"backdoor\"") || !text("gateway.log").contains("Sensor backdoor watches")
                || !text("gateway.log").contains("Sensor door watches")) {
            if (!text("ended").isEmpty()) {
                check("the gateway starts on the board", false, text("gateway.log") + text("serial.log"));
                return;
            }
            if (System.nanoTime() > until) {
                say("skipped: the gateway was not up within " + START_WITHIN.toMinutes()
                        + " minutes: this machine emulates too slowly for this test\n" + text("gateway.log")
                        + text("serial.log"));
                return;
            }
            Thread.sleep(500);
        }
        check("the gateway starts on the board and watches its lines", true, "");
        refusals();
        try (Lines lines = Lines.connect(work)) {
            edges(lines);
            walks(lines);
        }
        say("resident memory of the gateway, peak: " + text("memory").replaceAll("VmHWM:\\s*|\\n", ""));
    }

    /** The board switches itself off when it has stopped the gateway and saved its database. */
    private static void stopped(Process qemu) throws InterruptedException {
        if (!qemu.waitFor(60, TimeUnit.SECONDS)) {
            qemu.destroyForcibly();
            qemu.waitFor();
        }
    }

    private void refusals() {
        String log = text("gateway.log");
        check("a missing chip is named", log.contains("no GPIO chip with name or label [gpiochip7]"), log);
        check("a missing line is named", log.contains("line 70 of gpiochip0"), log);
        check("a line in use is named with its user", log.contains("line 4 of gpiochip0")
                && log.contains("is in use by [footfall rival-"), log);
    }

    /**
     * 400 edges of one line, each seen or the breaks do not add up. A busy host can stop the emulated processor for so long
     * that its kernel sees two edges as one; that does not happen three times in a row unless it is our fault.
     */
    private void edges(Lines lines) throws Exception {
        double before = 0;
        for (int series = 1; series <= SERIES; series++) {
            say("400 edges on one line");
            breaks(lines);
            double counted = 2 * (awaitValue("entries.raw", "entrance:single", before + BREAKS / 2.0) - before);
            before += counted / 2;
            if (counted == BREAKS || series == SERIES) {
                check("400 of 400 spaced edges", counted == BREAKS, "breaks counted: " + counted + " of " + BREAKS);
                break;
            }
            say("breaks counted: " + counted + " of " + BREAKS + "; is this machine busy? once more");
        }
        check("a single beam says that it has no direction", text("sensors.json").contains("without direction"), "");
    }

    private static void breaks(Lines lines) throws Exception {
        for (int i = 0; i < BREAKS; i++) {
            lines.set(SINGLE, true);
            Thread.sleep(GAP_MILLIS);
            lines.set(SINGLE, false);
            Thread.sleep(GAP_MILLIS);
        }
    }

    /** Walks in and out in an irregular order, three in for two out. */
    private void walks(Lines lines) throws Exception {
        int in = WALKS * 3 / 5;
        int out = WALKS - in;
        for (int series = 1; series <= SERIES; series++) {
            double inBefore = zeroIfUnknown(value("entries.raw", "entrance:dual"));
            double outBefore = zeroIfUnknown(value("exits.raw", "entrance:dual"));
            say(WALKS + " walks through two beams");
            for (int i = 0; i < WALKS; i++) {
                boolean inward = i % 5 < 3;
                walk(lines, inward ? OUTER : INNER, inward ? INNER : OUTER);
            }
            double countedIn = awaitValue("entries.raw", "entrance:dual", inBefore + in) - inBefore;
            double countedOut = awaitValue("exits.raw", "entrance:dual", outBefore + out) - outBefore;
            boolean exact = countedIn == in && countedOut == out;
            if (exact || series == SERIES) {
                check("IN is exact for 100 walks", countedIn == in, countedIn + " of " + in);
                check("OUT is exact for 100 walks", countedOut == out, countedOut + " of " + out);
                return;
            }
            say("counted: " + countedIn + " in, " + countedOut + " out; is this machine busy? once more");
        }
    }

    private static double zeroIfUnknown(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static void walk(Lines lines, int first, int second) throws Exception {
        lines.set(first, true);
        Thread.sleep(150);
        lines.set(second, true);
        Thread.sleep(150);
        lines.set(first, false);
        Thread.sleep(150);
        lines.set(second, false);
        Thread.sleep(1150);
    }

    private double awaitValue(String metric, String scope, double wanted) throws InterruptedException {
        for (int i = 0; i < 60 && value(metric, scope) != wanted; i++) {
            Thread.sleep(500);
        }
        return value(metric, scope);
    }

    private double value(String metric, String scope) {
        for (String row : text("measurements.json").split("\\{")) {
            if (row.contains("\"" + metric + "\"") && row.contains("\"" + scope + "\"")) {
                Matcher value = Pattern.compile("\"value\"\\s*:\\s*([0-9.]+)").matcher(row);
                return value.find() ? Double.parseDouble(value.group(1)) : Double.NaN;
            }
        }
        return Double.NaN;
    }

    private String text(String name) {
        try {
            return Files.readString(work.resolve(name));
        } catch (NoSuchFileException ignored) {
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void check(String what, boolean right, String seen) {
        passed += right ? 1 : 0;
        failed += right ? 0 : 1;
        say((right ? "ok: " : "FAILED: ") + what + (right || seen.isEmpty() ? "" : "\n" + seen));
    }

    private void say(String text) {
        System.out.printf("board: %4d s: %s%n", (System.nanoTime() - started) / 1_000_000_000, text);
    }

    /** The chip's inputs, driven over QEMU's test protocol. */
    private static final class Lines implements AutoCloseable {
        /** GPIORIS of the chip, where the machine has it. */
        private static final String RAW_INTERRUPT_STATUS = "0x09030414";

        private final SocketChannel socket;
        private final BufferedReader in;
        private final PrintWriter out;
        private final String chip;

        private Lines(SocketChannel socket, String chip) {
            this.socket = socket;
            this.in = reader(socket);
            this.out = writer(socket);
            this.chip = chip;
        }

        static Lines connect(Path work) throws IOException {
            String chip = findChip(work.resolve("qmp.sock"));
            return new Lines(open(work.resolve("qtest.sock")), "/machine/unattached/" + chip);
        }

        /**
         * Drives a line and waits until the kernel has taken the edge: the chip holds one per line, so the next would
         * overwrite one that a slow emulation has not come to yet.
         */
        void set(int line, boolean high) throws IOException, InterruptedException {
            ask("set_irq_in " + chip + " unnamed-gpio-in " + line + " " + (high ? 1 : 0));
            long until = System.nanoTime() + TAKEN_WITHIN.toNanos();
            while ((pending() & 1L << line) != 0) {
                if (System.nanoTime() > until) {
                    throw new IOException("the kernel did not take an edge of line " + line + " within "
                            + TAKEN_WITHIN.toSeconds() + " s");
                }
                Thread.sleep(1);
            }
        }

        /** The chip's raw interrupt status, a bit per line. */
        private long pending() throws IOException {
            return Long.decode(ask("readl " + RAW_INTERRUPT_STATUS).strip());
        }

        private String ask(String command) throws IOException {
            out.print(command + "\n");
            out.flush();
            String answer = in.readLine();
            while (answer != null && answer.startsWith("IRQ")) {
                answer = in.readLine();
            }
            if (answer == null || !answer.startsWith("OK")) {
                throw new IOException("QEMU answered [" + answer + "] to [" + command + "]");
            }
            return answer.substring(2);
        }

        private static String findChip(Path path) throws IOException {
            try (SocketChannel qmp = open(path)) {
                BufferedReader in = reader(qmp);
                PrintWriter out = writer(qmp);
                in.readLine();
                List<String> commands = List.of(
                        "{\"execute\":\"qmp_capabilities\"}",
                        "{\"execute\":\"qom-list\",\"arguments\":{\"path\":\"/machine/unattached\"}}");
                List<String> answers = new ArrayList<>();
                for (String command : commands) {
                    out.print(command + "\n");
                    out.flush();
                    String answer = in.readLine();
                    while (answer != null && answer.contains("\"event\"")) {
                        answer = in.readLine();
                    }
                    answers.add(String.valueOf(answer));
                }
                for (String entry : answers.getLast().split("\\}")) {
                    Matcher name = Pattern.compile("\"name\": *\"([^\"]+)\"").matcher(entry);
                    if (entry.contains("pl061") && name.find()) {
                        return name.group(1);
                    }
                }
                throw new IOException("the machine has no PL061 chip: " + answers.getLast());
            }
        }

        private static SocketChannel open(Path path) throws IOException {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(path));
            return channel;
        }

        private static BufferedReader reader(SocketChannel channel) {
            return new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
        }

        private static PrintWriter writer(SocketChannel channel) {
            return new PrintWriter(Channels.newOutputStream(channel), false, StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
