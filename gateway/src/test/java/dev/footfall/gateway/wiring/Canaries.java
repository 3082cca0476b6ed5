package dev.footfall.gateway.wiring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.architecture.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The identities in the drivers' test cases, and how they could be written. */
public final class Canaries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DRIVERS = Repository.ROOT.resolve("sensor-drivers/src/test/resources/drivers");

    /** Networks, owners and secrets in those payloads, which nobody asked for. */
    private static final Set<String> NAMES = Set.of("Annas Home", "Annas M", "anna@example.net", "winter");

    private Canaries() {}

    /** A test case that tells an identity. */
    public record Case(
            String driver,
            String name,
            String address,
            Map<String, String> options,
            byte[] payload,
            Set<String> identities) {

        /** A sensor of its own, for cases differ in options. */
        public String sensor() {
            return driver + "." + name;
        }

        public String configuration() {
            String written = options.entrySet().stream()
                    .map(option -> option.getKey() + ": " + JSON.valueToTree(option.getValue()))
                    .collect(Collectors.joining(", "));
            return "  - { id: " + sensor() + ", driver: " + driver + ", options: { " + written + " } }\n";
        }

        @Override
        public String toString() {
            return driver + " " + name;
        }
    }

    public static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> expected = Files.walk(DRIVERS)) {
            for (Path file : expected.filter(path -> path.endsWith("expected.json"))
                    .sorted()
                    .toList()) {
                Set<String> identities = identities(JSON.readTree(file.toFile()));
                if (!identities.isEmpty()) {
                    cases.add(read(DRIVERS.relativize(file), identities));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private static Set<String> identities(JsonNode expected) {
        Set<String> identities = new LinkedHashSet<>();
        for (JsonNode reading : expected.path("readings")) {
            Stream.of("mac", "plate", "member")
                    .map(key -> reading.path(key).asText(""))
                    .filter(text -> text.length() > 4)
                    .forEach(identities::add);
        }
        return identities;
    }

    /** @param expected as {@code DRIVER/testcases/CASE/expected.json} */
    private static Case read(Path expected, Set<String> identities) throws IOException {
        Path folder = DRIVERS.resolve(expected.subpath(0, 3));
        Path about = folder.resolve("case.json");
        JsonNode told = Files.exists(about) ? JSON.readTree(about.toFile()) : JSON.createObjectNode();
        Map<String, String> options = new TreeMap<>();
        told.path("options")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith("message."))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            byte[] payload = file.toString().endsWith(".b64")
                    ? Base64.getMimeDecoder().decode(new String(bytes, US_ASCII))
                    : bytes;
            identities.addAll(asWritten(identities, new String(payload, UTF_8)));
            return new Case(
                    expected.getName(0).toString(),
                    expected.getName(2).toString(),
                    told.path("address").asText(""),
                    options,
                    payload,
                    identities);
        }
    }

    /** Plates as the payload spells them: with blanks, dashes and small letters. */
    private static Set<String> asWritten(Set<String> identities, String payload) {
        Set<String> written = new LinkedHashSet<>();
        for (String plate : identities.stream().filter(id -> !id.contains(":")).toList()) {
            String spaced = plate.chars()
                    .mapToObj(c -> Pattern.quote(Character.toString(c)))
                    .collect(Collectors.joining("[ ._\u00b7-]?"));
            Pattern.compile(spaced, Pattern.CASE_INSENSITIVE)
                    .matcher(payload)
                    .results()
                    .forEach(found -> written.add(found.group()));
        }
        return written;
    }

    /** Every identity in every spelling, addresses also as their bytes (read as ISO 8859-1). */
    public static Set<String> spellings(List<Case> cases) {
        Set<String> spellings = new LinkedHashSet<>(NAMES);
        cases.stream().flatMap(test -> test.identities().stream()).forEach(identity -> {
            if (identity.matches("[0-9a-f]{12}")) {
                address(identity, spellings);
            } else {
                String bare = identity.replaceFirst("^(ble|ibeacon):", "");
                spellings.add(bare);
                spellings.add(bare.toUpperCase(Locale.ROOT));
            }
        });
        return spellings;
    }

    private static void address(String digits, Set<String> spellings) {
        for (String separator : List.of("", ":", "-")) {
            String spelt = digits.replaceAll("..(?!$)", "$0" + separator);
            spellings.add(spelt);
            spellings.add(spelt.toUpperCase(Locale.ROOT));
        }
        spellings.add(digits.replaceAll("....(?!$)", "$0."));
        String bytes = new String(HexFormat.of().parseHex(digits), ISO_8859_1);
        if (bytes.chars().filter(c -> c == 0).count() < 3) { // three zero bytes are anywhere in a database
            spellings.add(bytes);
        }
    }
}
