package dev.footfall.drivers;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Messages a second one core decodes, driver by driver, over the test cases each driver accepts; and the bytes allocated
 * for one. Run by {@code ./footfall jmh}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecodeBenchmark {
    @Param("native")
    public String driver = "native";

    private SensorDriver decoder = DriverCatalog.all().getFirst();
    private TestCase[] cases = {};
    private int next;

    @Setup
    public void load() {
        decoder = DriverCatalog.named(driver).orElseThrow();
        cases = accepted(decoder).toArray(TestCase[]::new);
    }

    @Benchmark
    public DecodeResult decode() {
        TestCase test = cases[next];
        next = next + 1 == cases.length ? 0 : next + 1;
        return decoder.decode(test.message(), test.context());
    }

    private static List<TestCase> accepted(SensorDriver driver) {
        return TestCase.of(driver.name()).stream()
                .filter(test -> test.expectedReadings().isPresent())
                .toList();
    }

    /**
     * Prints a table of all drivers, or of those named.
     *
     * @param names drivers; none for all
     */
    public static void main(String[] names) throws RunnerException {
        String[] drivers = names.length > 0
                ? names
                : DriverCatalog.all().stream().map(SensorDriver::name).toArray(String[]::new);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(DecodeBenchmark.class.getName())
                        .param("driver", drivers)
                        .forks(1)
                        // as the service runs
                        .jvmArgsAppend("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders")
                        .warmupIterations(5)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(3)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        System.out.println("| driver | messages/s | ± | bytes/message | allocated/message |");
        System.out.println("|---|---:|---:|---:|---:|");
        results.stream()
                .sorted(Comparator.comparing(result -> result.getParams().getParam("driver")))
                .forEach(DecodeBenchmark::print);
    }

    private static void print(RunResult result) {
        String name = result.getParams().getParam("driver");
        var score = result.getPrimaryResult();
        var allocations = result.getSecondaryResults().get("gc.alloc.rate.norm");
        double allocated = allocations == null ? Double.NaN : allocations.getScore();
        double size = accepted(DriverCatalog.named(name).orElseThrow()).stream()
                .mapToInt(test -> test.message().payload().length)
                .average()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %,.0f | %,.0f |%n",
                name,
                score.getScore(),
                score.getScoreError(),
                size,
                allocated);
    }
}
