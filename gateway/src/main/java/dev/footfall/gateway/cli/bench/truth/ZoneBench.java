package dev.footfall.gateway.cli.bench.truth;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.time.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Four days of people in four rooms through the whole pipeline: one half of the recorded readings is the survey in the
 * configuration, their phones are heard as the other half was. The first days calibrate WiFi to the door, the last is judged.
 */
final class ZoneBench {
    private static final int ROOMS = 4;
    private static final int RECEIVERS = 7;
    private static final int DAYS = 4;
    private static final int FIRST_HOUR = 10;
    private static final int LAST_HOUR = 18;
    private static final int HOUR_MINUTES = 60;
    private static final double ARRIVALS_PER_MINUTE = 0.35;
    private static final double MOVES_PER_MINUTE = 0.03;
    private static final int SHORTEST = 15;
    private static final int LONGEST = 60;
    private static final double PERCENT = 100;
    private static final Instant FIRST_DAY = Instant.parse("2026-03-02T00:00:00Z");

    private final List<List<int[]>> survey = new ArrayList<>();
    private final List<List<int[]>> heard = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Timed> timed = new ArrayList<>();
    private final double[][] truth = new double[ROOMS][LAST_HOUR + 1];
    private final Random random = new Random(1);
    private final Path folder;

    private record Timed(Instant at, String topic, String payload) {}

    /** @param file rows of seven signal strengths and the room, separated by tabs */
    ZoneBench(Path file, Path folder) throws IOException {
        this.folder = folder;
        for (int i = 0; i < ROOMS; i++) {
            survey.add(new ArrayList<>());
            heard.add(new ArrayList<>());
        }
        List<String> rows = new ArrayList<>(Files.readAllLines(file));
        rows.removeIf(String::isBlank);
        Collections.shuffle(rows, random);
        for (int i = 0; i < rows.size(); i++) {
            String[] columns = rows.get(i).strip().split("\\s+");
            int[] dbm = IntStream.range(0, RECEIVERS)
                    .map(column -> Integer.parseInt(columns[column]))
                    .toArray();
            (i % 2 == 0 ? survey : heard)
                    .get(Integer.parseInt(columns[RECEIVERS]) - 1)
                    .add(dbm);
        }
    }

    List<Finding> run() throws IOException, InterruptedException {
        for (int day = 0; day < DAYS; day++) {
            people(FIRST_DAY.plusSeconds(86_400L * day), day == DAYS - 1);
        }
        timed.sort(Comparator.comparing(Timed::at));
        for (Timed one : timed) {
            lines.add("{\"at\":\"" + one.at + "\",\"via\":\"mqtt\",\"topic\":\"footfall/in/" + one.topic
                    + "\",\"payload\":\"" + one.payload.replace("\"", "\\\"") + "\"}");
        }
        try (PipelineRun run = PipelineRun.of(folder, store(), lines)) {
            return List.of(compare(run));
        }
    }

    private String store() {
        String sensors = IntStream.range(0, RECEIVERS)
                .mapToObj(i -> "  - { id: ap-" + i + ", driver: native }\n")
                .collect(Collectors.joining());
        String readings = IntStream.range(0, ROOMS)
                .mapToObj(room -> "      room-" + room + ": ["
                        + survey.get(room).stream()
                                .map(java.util.Arrays::toString)
                                .collect(Collectors.joining(", "))
                        + "]\n")
                .collect(Collectors.joining());
        return """
            store: { id: truth, time-zone: UTC, hours: { mon-sun: "09:00-20:00" } }
            floor-plan: { width-m: 20, height-m: 10 }
            entrances: [ { id: door, width-m: 2 } ]
            zones:
              - { id: room-0, polygon: [[0, 0], [10, 0], [10, 5], [0, 5]] }
              - { id: room-1, polygon: [[10, 0], [20, 0], [20, 5], [10, 5]] }
              - { id: room-2, polygon: [[0, 5], [10, 5], [10, 10], [0, 10]] }
              - { id: room-3, polygon: [[10, 5], [20, 5], [20, 10], [10, 10]] }
            sensors:
              - { id: door, driver: native, entrance: door }
            """
                + sensors
                + "wifi:\n  survey:\n    receivers: ["
                + IntStream.range(0, RECEIVERS).mapToObj(i -> "ap-" + i).collect(Collectors.joining(", "))
                + "]\n    readings:\n"
                + readings;
    }

    private void people(Instant day, boolean judged) {
        for (int minute = 0; minute < 24 * HOUR_MINUTES; minute += 5) {
            Instant at = day.plusSeconds(60L * minute + 1);
            timed.add(new Timed(at, "door", "{\"type\":\"heartbeat\"}"));
            for (int i = 0; i < RECEIVERS; i++) {
                timed.add(new Timed(at, "ap-" + i, "{\"type\":\"heartbeat\"}"));
            }
        }
        double[] liking = random.doubles(ROOMS, 0.2, 1).toArray();
        for (int minute = FIRST_HOUR * HOUR_MINUTES; minute < LAST_HOUR * HOUR_MINUTES - LONGEST; minute++) {
            double busy = 0.5 + random.nextDouble();
            if (random.nextDouble() < ARRIVALS_PER_MINUTE * busy) {
                visit(day, minute, liking, judged);
            }
        }
    }

    private void visit(Instant day, int from, double[] liking, boolean judged) {
        int to = from + SHORTEST + random.nextInt(LONGEST - SHORTEST);
        String mac = String.format(Locale.ROOT, "02%010x", random.nextLong() & 0xffffffffffL);
        crossing(day.plusSeconds(60L * from), 1, 0);
        crossing(day.plusSeconds(60L * to), 0, 1);
        int room = room(liking);
        for (int minute = from; minute < to; minute++) {
            room = random.nextDouble() < MOVES_PER_MINUTE ? room(liking) : room;
            List<int[]> pool = heard.get(room);
            int[] dbm = pool.get(random.nextInt(pool.size()));
            Instant at = day.plusSeconds(60L * minute + random.nextInt(58));
            for (int i = 0; i < RECEIVERS; i++) {
                timed.add(new Timed(
                        at.plusMillis(10L * i),
                        "ap-" + i,
                        "{\"type\":\"sighting\",\"mac\":\"" + mac + "\",\"rssi\":" + dbm[i] + "}"));
            }
            truth[room][minute / HOUR_MINUTES] += judged ? 1.0 / HOUR_MINUTES : 0;
        }
    }

    private void crossing(Instant at, int in, int out) {
        timed.add(new Timed(at, "door", "{\"type\":\"crossing\",\"in\":" + in + ",\"out\":" + out + "}"));
    }

    private int room(double[] liking) {
        double left = random.nextDouble() * java.util.Arrays.stream(liking).sum();
        int room = 0;
        while (room < ROOMS - 1 && left >= liking[room]) {
            left -= liking[room++];
        }
        return room;
    }

    private Finding compare(PipelineRun run) {
        Instant day = FIRST_DAY.plusSeconds(86_400L * (DAYS - 1));
        double off = 0;
        double evenOff = 0;
        double sum = 0;
        double told = 0;
        int held = 0;
        int count = 0;
        for (int room = 0; room < ROOMS; room++) {
            for (Measurement row : run.rows(Metric.OCCUPANCY, new Scope.Zone("room-" + room), Grain.HOUR)) {
                long hour = (row.window().start().getEpochSecond() - day.getEpochSecond()) / 3600;
                if (hour < FIRST_HOUR || hour >= LAST_HOUR) {
                    continue;
                }
                double really = truth[room][(int) hour];
                double all = IntStream.range(0, ROOMS)
                        .mapToDouble(i -> truth[i][(int) hour])
                        .sum();
                Double value = row.value();
                Double low = row.low();
                Double high = row.high();
                double ours = value == null ? Double.NaN : value;
                sum += really;
                told += ours;
                off += Math.abs(ours - really);
                evenOff += Math.abs(all / ROOMS - really);
                held += low != null && high != null && low <= really && really <= high ? 1 : 0;
                count++;
            }
        }
        return new Finding(
                "people per room by WiFi, hours",
                "UCI rooms, half as survey, half as phones",
                sum / count,
                told / count,
                String.format(
                        Locale.ROOT,
                        "WAPE %.1f %%, interval holds %.0f %% of %d",
                        PERCENT * off / sum,
                        PERCENT * held / count,
                        count),
                String.format(Locale.ROOT, "spread evenly %.0f %%", PERCENT * evenOff / sum),
                "≤ 15 %",
                count == ROOMS * (LAST_HOUR - FIRST_HOUR) && off / sum <= 0.15);
    }
}
