package dev.footfall.drivers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The coverage-guided fuzz target of every driver, run by {@code ./footfall fuzz}. A finding is whatever is thrown: by the
 * driver, or by the checks of what every driver keeps.
 */
public final class DriverFuzz {
    private static final int MOST_PLACES = 4;
    private static final long ALLOCATED_AT_MOST = 4L << 20;
    private static final long ALLOCATED_PER_BYTE = 256;
    private static final long NANOS_PER_64_KIB = 1_000_000;
    private static final int LOOKS = 30;
    /** Coverage instrumentation makes the code this much slower. */
    private static final long INSTRUMENTED = 8;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static SensorDriver driver = DriverCatalog.all().getFirst();
    private static List<TestCase> places = List.of();

    private DriverFuzz() {}

    /** Called once by the fuzzer with its target's arguments: the driver's name. */
    public static void fuzzerInitialize(String[] arguments) {
        driver = DriverCatalog.named(arguments[0]).orElseThrow();
        places = places(driver);
    }

    /** Called by the fuzzer for each input: a payload, tried at the addresses and with the options of the test cases. */
    public static void fuzzerTestOneInput(byte[] payload) {
        for (TestCase place : places) {
            check(driver, place.with(payload), place.context());
            checkCost(driver, place.with(payload), place.context());
        }
    }

    /** Different addresses and contexts among the driver's test cases. */
    static List<TestCase> places(SensorDriver driver) {
        record Place(String address, DecodeContext context) {}
        List<Place> seen = new ArrayList<>();
        List<TestCase> places = new ArrayList<>();
        for (TestCase test : TestCase.of(driver.name())) {
            Place place = new Place(test.message().address(), test.context());
            if (places.size() < MOST_PLACES && !seen.contains(place)) {
                seen.add(place);
                places.add(test);
            }
        }
        return places;
    }

    /** Fails if the driver throws or answers nonsense. */
    static void check(SensorDriver driver, Message message, DecodeContext context) {
        DecodeResult result = driver.decode(message, context);
        int score = driver.recognise(message);
        if (score < 0 || score > 100) {
            throw new AssertionError(driver.name() + " recognises with " + score + ", not 0 to 100");
        }
        if (result instanceof DecodeResult.Rejected rejected) {
            String reason = rejected.reason();
            if (reason.isBlank() || reason.length() > 400 || reason.contains("\n")) {
                throw new AssertionError(driver.name() + " refuses with [" + reason + "], which is not a sentence");
            }
        }
        if (!driver.decode(message, context).equals(result)) {
            throw new AssertionError(driver.name() + " answers differently the second time");
        }
    }

    /** Fails if even the best of many looks takes too much: the machine may be busy or the code cold, the driver may not. */
    private static void checkCost(SensorDriver driver, Message message, DecodeContext context) {
        int length = message.payload().length;
        long time = INSTRUMENTED * NANOS_PER_64_KIB * (1 + length / 65_536);
        long memory = ALLOCATED_AT_MOST + ALLOCATED_PER_BYTE * length;
        long quickest = Long.MAX_VALUE;
        long leanest = Long.MAX_VALUE;
        for (int i = 0; i < LOOKS && (quickest > time || leanest > memory); i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            driver.decode(message, context);
            quickest = Math.min(quickest, System.nanoTime() - start);
            leanest = Math.min(leanest, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        if (quickest > time || leanest > memory) {
            throw new AssertionError(driver.name() + " takes " + quickest / 1000 + " µs and allocates " + leanest
                    + " bytes for " + length + " bytes of payload");
        }
    }

    /**
     * Writes each driver's test cases as the fuzzer's first inputs, one folder a driver.
     *
     * @param arguments the folder to write to
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (SensorDriver each : DriverCatalog.all()) {
            Path seeds = Files.createDirectories(folder.resolve(each.name()));
            for (TestCase test : TestCase.of(each.name())) {
                Files.write(seeds.resolve(test.name()), test.message().payload());
            }
            System.out.println(each.name());
        }
    }
}
