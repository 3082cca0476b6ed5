package dev.footfall.gateway.cli;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DriverCatalog;
import dev.footfall.drivers.DriverOption;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.gateway.config.Nearest;
import dev.footfall.observation.SensorId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code footfall decode}: what a payload says, without a store. */
@Command(
        name = "decode",
        description = {
            "Decodes one payload per file and prints its observations, one JSON object per line.",
            "Addresses and plates are printed as pseudonyms that change with every run.",
            "Exit code 0 if every payload was understood, 1 if one was refused or could not be read."
        })
public final class DecodeCommand implements Callable<Integer> {
    /** More than any driver reads, so that a refusal can tell the size. */
    private static final int LONGEST_READ = 64 << 20;

    private final InstantSource clock;
    private final InputStream stdin;

    @Option(
            names = "--driver",
            paramLabel = "NAME",
            description = "The driver, see `footfall drivers`; recognised from the payload if not given.")
    private @Nullable String driver;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "MQTT topic or HTTP path the payload came by; some formats need it.")
    private String topic = "";

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = ReportCommand.Moment.class,
            description = "When the payload arrived, RFC 3339; now if not given.")
    private @Nullable Instant at;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description = "The store's zone, for devices that send local time (default UTC).")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(names = "--option", paramLabel = "KEY=VALUE", description = "A driver option, as in a sensor's `options`.")
    private Map<String, String> options = Map.of();

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The folder of a store.yaml; with --sensor, decodes as that sensor is configured.")
    private @Nullable Path config;

    @Option(
            names = "--sensor",
            paramLabel = "ID",
            description = "The sensor whose driver, options and time zone are used.")
    private @Nullable String sensor;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files with one payload each; - is standard input.")
    private List<String> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /** The command as the command line makes it. */
    public DecodeCommand() {
        this(InstantSource.system(), System.in);
    }

    DecodeCommand(InstantSource clock, InputStream stdin) {
        this.clock = clock;
        this.stdin = stdin;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (config != null || sensor != null) {
            String problem = configure();
            if (problem != null) {
                err.println(problem);
                return config == null || sensor == null ? 2 : CheckCommand.WRONG_CONFIGURATION;
            }
        }
        SensorDriver named = driver == null ? null : DriverCatalog.named(driver).orElse(null);
        String wrongUsage = wrongUsage(named);
        if (wrongUsage != null) {
            err.println(wrongUsage);
            return 2;
        }
        ObservationLines lines = new ObservationLines(topic, sensor == null ? null : new SensorId(sensor));
        int refused = 0;
        for (String file : files) {
            refused += decode(file, named, lines) ? 0 : 1;
        }
        spec.commandLine().getOut().flush();
        return refused == 0 ? 0 : 1;
    }

    /** Takes over what the configuration says about the sensor; what is wrong, else null. */
    private @Nullable String configure() {
        if (config == null || sensor == null) {
            return "--config and --sensor go together: the folder of store.yaml and a sensor in it.";
        }
        switch (ConfiguredSensor.find(config, sensor)) {
            case ConfiguredSensor.Problem problem -> {
                return problem.text();
            }
            case ConfiguredSensor.Found found -> {
                driver = found.driver();
                zone = found.zone();
                options = found.options(options);
                return null;
            }
        }
    }

    private @Nullable String wrongUsage(@Nullable SensorDriver named) {
        if (named == null) {
            return driver != null
                    ? unknownDriver(driver)
                    : options.isEmpty() ? null : "--option needs --driver, for options are a driver's own.";
        }
        List<String> known = named.options().stream().map(DriverOption::key).toList();
        for (Map.Entry<String, String> given : options.entrySet()) {
            int index = known.indexOf(given.getKey());
            if (index < 0) {
                return "Driver " + named.name() + " has no option [" + given.getKey() + "]; "
                        + (known.isEmpty() ? "it has none" : Nearest.hint(given.getKey(), known));
            }
            List<String> allowed = named.options().get(index).allowed();
            if (!allowed.isEmpty() && !allowed.contains(given.getValue())) {
                return "Option " + given.getKey() + " [" + given.getValue() + "] must be one of "
                        + String.join(", ", allowed) + ".";
            }
        }
        return named.wrongOptions(options).entrySet().stream()
                .findFirst()
                .map(broken -> "Option " + broken.getKey() + shown(options.get(broken.getKey())) + " "
                        + broken.getValue() + ".")
                .orElse(null);
    }

    private static String shown(@Nullable String value) {
        return value == null ? "" : " [" + value + "]";
    }

    /** What to say about a driver that does not exist. */
    static String unknownDriver(String name) {
        List<String> known =
                DriverCatalog.all().stream().map(SensorDriver::name).toList();
        return "There is no driver [" + name + "]; " + Nearest.hint(name, known);
    }

    private boolean decode(String file, @Nullable SensorDriver named, ObservationLines lines) {
        PrintWriter err = spec.commandLine().getErr();
        byte[] payload;
        try {
            payload = read(file);
        } catch (NoSuchFileException e) {
            err.println(file + ": there is no such file.");
            return false;
        } catch (IOException e) {
            err.println(file + ": cannot be read: " + e.getMessage());
            return false;
        }
        Message message = Message.of(topic, payload);
        Optional<SensorDriver> chosen = named != null ? Optional.of(named) : DriverCatalog.recognise(message);
        if (chosen.isEmpty()) {
            err.println(file + ": no driver recognises this payload; name one with --driver"
                    + (topic.isEmpty() ? " and the topic with --topic" : "") + " (footfall drivers lists them).");
            return false;
        }
        return print(file, message, chosen.get(), lines);
    }

    private boolean print(String file, Message message, SensorDriver chosen, ObservationLines lines) {
        PrintWriter err = spec.commandLine().getErr();
        Instant arrival = at == null ? clock.instant() : at;
        DecodeResult result = chosen.decode(message, new DecodeContext(arrival, zone, options));
        return switch (result) {
            case DecodeResult.Rejected rejected -> {
                err.println(file + ": " + chosen.name() + ": " + rejected.code().wireName() + ": " + rejected.reason());
                yield false;
            }
            case DecodeResult.Readings readings -> {
                lines.of(chosen, readings, arrival).forEach(spec.commandLine().getOut()::println);
                readings.skipped()
                        .forEach(reason -> err.println(
                                file + (reason.startsWith(ReadingList.USED) ? ": " : ": left out: ") + reason));
                yield true;
            }
        };
    }

    private byte[] read(String file) throws IOException {
        if (file.equals("-")) {
            return stdin.readNBytes(LONGEST_READ);
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(LONGEST_READ);
        }
    }

    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException ignored) {
                throw new TypeConversionException(
                        "time zone [" + text + "] must be an IANA zone such as Asia/Shanghai");
            }
        }
    }
}
