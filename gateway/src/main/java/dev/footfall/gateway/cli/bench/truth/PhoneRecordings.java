package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.gateway.pcap.ProbeCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What single phones sent within twenty minutes, one recording or more of each phone. */
final class PhoneRecordings {
    private static final Duration LENGTH = Duration.ofMinutes(20);
    private static final String ON_CHANNEL = "-ch-.*";

    private final Map<String, List<Recording>> phones = new TreeMap<>();

    /** One frame, {@code millis} after the recording's first. */
    record Frame(long millis, ProbeCapture.Heard heard) {}

    /** @param usual false for the modes in which the phone's WiFi is switched off and it hardly speaks */
    record Recording(String phone, boolean usual, List<Frame> frames) {}

    /**
     * Phones with a folder each; the files of one start are one recording on several channels.
     *
     * @throws IOException if a file cannot be read
     */
    static PhoneRecordings ofFolders(Path folder) throws IOException {
        PhoneRecordings read = new PhoneRecordings();
        for (Path phone : list(folder)) {
            if (Files.isDirectory(phone)) {
                Map<String, List<Path>> starts = new TreeMap<>();
                try (Stream<Path> files = Files.walk(phone)) {
                    files.filter(PhoneRecordings::isCapture)
                            .sorted()
                            .forEach(file -> starts.computeIfAbsent(
                                            name(file).replaceFirst(ON_CHANNEL, ""), ignored -> new ArrayList<>())
                                    .add(file));
                }
                for (Map.Entry<String, List<Path>> start : starts.entrySet()) {
                    read.add(name(phone), !start.getKey().contains("modeW"), start.getValue());
                }
            }
        }
        return read;
    }

    /** These and more phones, with a file each. */
    PhoneRecordings andFiles(Path folder) throws IOException {
        PhoneRecordings more = new PhoneRecordings();
        more.phones.putAll(phones);
        for (Path file : list(folder)) {
            if (isCapture(file)) {
                more.add(name(file), true, List.of(file));
            }
        }
        return more;
    }

    private void add(String phone, boolean usual, List<Path> files) throws IOException {
        List<ProbeCapture.Heard> heard = new ArrayList<>();
        new ProbeCapture(ZoneOffset.UTC).read(files, heard::add);
        if (!heard.isEmpty()) {
            var first = heard.getFirst().at();
            List<Frame> frames = heard.stream()
                    .map(one -> new Frame(Duration.between(first, one.at()).toMillis(), one))
                    .filter(frame -> frame.millis < LENGTH.toMillis())
                    .toList();
            phones.computeIfAbsent(phone, ignored -> new ArrayList<>()).add(new Recording(phone, usual, frames));
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static boolean isCapture(Path file) {
        return name(file).endsWith(".pcap");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    List<String> names() {
        return List.copyOf(phones.keySet());
    }

    List<Recording> of(String phone) {
        return phones.getOrDefault(phone, List.of());
    }

    /** Every recording in which the phone speaks as phones do. */
    List<Recording> usual() {
        return phones.values().stream()
                .flatMap(List::stream)
                .filter(Recording::usual)
                .toList();
    }
}
