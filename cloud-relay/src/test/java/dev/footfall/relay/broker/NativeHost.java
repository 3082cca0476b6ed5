package dev.footfall.relay.broker;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The broker as a process of this machine, on loopback, in a folder of its own. */
final class NativeHost implements BrokerHost {
    private static final String ADDRESS = "127.0.0.1";

    private final Path program;
    private final Path folder;
    private final int port;
    /** A test run that is interrupted must not leave brokers behind. */
    private final Thread lastResort = new Thread(this::destroy);

    private @Nullable Process process;

    NativeHost(Path program, MosquittoSetup setup, int port) {
        this.program = program;
        this.port = port;
        try {
            folder = Files.createTempDirectory("footfall-mosquitto");
            // the program's configuration takes the port first, then the address
            for (Map.Entry<String, byte[]> file :
                    setup.files(folder.toString(), port + " " + ADDRESS).entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for temporary files must be writable", e);
        }
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    private void destroy() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** The program, where it is installed; administrators' folders are not on everybody's path. */
    static Optional<Path> find() {
        var folders = new ArrayList<>(List.of(System.getenv("PATH").split(File.pathSeparator)));
        folders.addAll(List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"));
        return folders.stream()
                .map(folder -> Path.of(folder, "mosquitto"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void start() {
        try {
            process = new ProcessBuilder(
                            program.toString(),
                            "-c",
                            folder.resolve("mosquitto.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + program, e);
        }
    }

    @Override
    public void stop() {
        end(Process::destroy);
    }

    @Override
    public void kill() {
        end(Process::destroyForcibly);
    }

    private void end(Consumer<Process> how) {
        if (process == null) {
            return;
        }
        how.accept(process);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("mosquitto does not end: " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String log() {
        try {
            return logFile().exists() ? Files.readString(logFile().toPath()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File logFile() {
        return folder.resolve("mosquitto.log").toFile();
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(lastResort);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
