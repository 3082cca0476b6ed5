package dev.footfall.gateway.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One part of a benchmark as a process of its own. Ends with the benchmark at the latest. */
final class Child implements AutoCloseable {
    /** What the launcher gives {@code footfall run}, so that memory is measured as users get it. */
    static final List<String> SERVICE_FLAGS = List.of(
            "-Xms16m",
            "-Xmx256m",
            "-Xmn13m",
            "-XX:MinHeapFreeRatio=5",
            "-XX:MaxHeapFreeRatio=15",
            "-Xss512k",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=5000",
            "-XX:MaxInlineLevel=8",
            "-XX:InlineSmallCode=1500",
            "-XX:LoopUnrollLimit=10",
            "-XX:+ExitOnOutOfMemoryError");

    private final Process process;
    private final BufferedReader out;

    private Child(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        process = builder.start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** A main class of this program in a Java of its own. */
    static Child java(List<String> flags, String mainClass, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(flags);
        command.add(mainClass);
        command.addAll(arguments);
        return new Child(command);
    }

    static Child program(List<String> command) throws IOException {
        return new Child(command);
    }

    /** Waits for the line that begins so and gives its rest. */
    String await(String beginning) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
        }
        throw new IOException("a part of the benchmark ended early: "
                + process.info().commandLine().orElse("?"));
    }

    /** The most memory the process has had resident, in MiB, as the kernel tells it. */
    double peakResidentMib() throws IOException {
        return status("VmHWM:");
    }

    private double status(String key) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith(key)) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
