package dev.footfall.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.drivers.ieee802.ProbeRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PcapCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RADIOTAP = "00000f002a000000100085" + "09a000c3";
    private static final String NAME = "416e6e617320486f6d65";
    private static final String ELEMENTS = "000a" + NAME + "010402040b16" + "030106" + "2d0419400000"
            + "dd0e0050f204104700063c5ab477209d" + "dd0a00aabb013c5ab477209e";

    @TempDir
    private Path folder = Path.of("");

    private String out = "";
    private String err = "";

    private static byte[] probe(String address, int sequence) {
        String number = String.format(Locale.ROOT, "%02x%02x", sequence << 4 & 0xf0, sequence >> 4);
        String frame = "40000000ffffffffffff" + address + "ffffffffffff" + number + ELEMENTS + "deadbeef";
        return HexFormat.of().parseHex((RADIOTAP + frame).replace(" ", ""));
    }

    private static byte[] classic(ByteOrder order, int linkType, boolean nanos, Object... timesAndFrames) {
        ByteBuffer file = ByteBuffer.allocate(65_536).order(order);
        file.putInt(nanos ? 0xa1b23c4d : 0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
        file.putInt(0).putInt(0).putInt(65_535).putInt(linkType);
        for (int i = 0; i < timesAndFrames.length; i += 2) {
            byte[] frame = (byte[]) timesAndFrames[i + 1];
            file.putInt((Integer) timesAndFrames[i])
                    .putInt(250_000)
                    .putInt(frame.length)
                    .putInt(frame.length)
                    .put(frame);
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    private static byte[] nextGeneration(int seconds, byte[] frame) {
        int padded = (frame.length + 3) / 4 * 4;
        ByteBuffer file = ByteBuffer.allocate(28 + 32 + 32 + padded).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x0a0d0d0a)
                .putInt(28)
                .putInt(0x1a2b3c4d)
                .putShort((short) 1)
                .putShort((short) 0);
        file.putLong(-1).putInt(28);
        file.putInt(1).putInt(32).putShort((short) 127).putShort((short) 0).putInt(0);
        file.putShort((short) 9).putShort((short) 1).putInt(9).putInt(0).putInt(32);
        long nanos = seconds * 1_000_000_000L + 500_000_000;
        file.putInt(6)
                .putInt(32 + padded)
                .putInt(0)
                .putInt((int) (nanos >>> 32))
                .putInt((int) nanos);
        file.putInt(frame.length).putInt(frame.length).put(frame).position(28 + 32 + 28 + padded);
        return file.putInt(32 + padded).array();
    }

    @Test
    void filesAreMergedByTimeAndEverySightingIsWhole() throws IOException {
        byte[] first = classic(
                ByteOrder.LITTLE_ENDIAN,
                127,
                false,
                1_795_338_000,
                probe("3c5ab477209d", 7),
                1_795_338_020,
                probe("a63f105c7e01", 9));
        byte[] second = classic(ByteOrder.BIG_ENDIAN, 127, true, 1_795_338_010, probe("a63f105c7e01", 8));
        assertThat(run(
                        "--sensor",
                        "ap-1",
                        file("a.pcap", first),
                        file("b.pcap", second),
                        file("c.pcapng", nextGeneration(1_795_338_005, probe("a63f105c7e01", 4095)))))
                .isZero();
        List<JsonNode> lines = lines();
        assertThat(lines)
                .extracting(line -> line.path("at").asText())
                .containsExactly(
                        "2026-11-22T09:00:00.250Z",
                        "2026-11-22T09:00:05.500Z",
                        "2026-11-22T09:00:10.000250Z",
                        "2026-11-22T09:00:20.250Z");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.path("topic").asText()).isEqualTo("footfall/in/ap-1"));
        List<JsonNode> payloads = payloads(lines);
        assertThat(payloads).extracting(payload -> payload.path("seq").asInt()).containsExactly(7, 4095, 8, 9);
        assertThat(payloads).allSatisfy(payload -> {
            assertThat(payload.path("type").asText()).isEqualTo("sighting");
            assertThat(payload.path("rssi").asInt()).isEqualTo(-61);
            assertThat(payload.path("channel").asInt()).isEqualTo(6);
        });
        assertThat(payloads.get(1).path("mac"))
                .isEqualTo(payloads.get(2).path("mac"))
                .isNotEqualTo(payloads.get(0).path("mac"));
    }

    @Test
    void identitiesAreReplacedAndTheFingerprintStays() throws IOException {
        byte[] probe = probe("3c5ab477209d", 7);
        assertThat(run(
                        "--sensor",
                        "ap-1",
                        file("a.pcap", classic(ByteOrder.LITTLE_ENDIAN, 127, false, 1_795_338_000, probe))))
                .isZero();
        JsonNode payload = payloads(lines()).getFirst();
        byte[] kept = Base64.getDecoder().decode(payload.path("frame").asText());
        String hex = HexFormat.of().formatHex(kept);
        assertThat(hex).doesNotContain("3c5ab477209d", "5ab4772", NAME, "deadbeef");
        assertThat(out).doesNotContain("3c5ab477209d");
        assertThat(ProbeRequest.in(kept)).isInstanceOfSatisfying(ProbeRequest.Probe.class, found -> {
            assertThat(found.request().transmitter())
                    .isEqualTo(payload.path("mac").asText());
            assertThat(found.request().sequence()).isEqualTo(7);
        });
        assertThat(payload.path("mac").asText()).matches("[0-9a-f][048c][0-9a-f]{10}");
    }

    @Test
    void randomisedAddressesStayRandomisedAndChangeWithTheDay() throws IOException {
        byte[] probe = probe("a63f105c7e01", 7);
        byte[] days = classic(ByteOrder.LITTLE_ENDIAN, 127, false, 1_795_338_000, probe, 1_795_424_400, probe);
        assertThat(run("--sensor", "ap-1", file("a.pcap.gz", gzip(days)))).isZero();
        List<JsonNode> payloads = payloads(lines());
        assertThat(payloads)
                .allSatisfy(payload -> assertThat(payload.path("mac").asText()).matches("[0-9a-f][26ae][0-9a-f]{10}"));
        assertThat(payloads.get(0).path("mac")).isNotEqualTo(payloads.get(1).path("mac"));
    }

    @Test
    void aFileThatBreaksOffGivesWhatCameBefore() throws IOException {
        byte[] whole = classic(
                ByteOrder.LITTLE_ENDIAN,
                127,
                false,
                1_795_338_000,
                probe("3c5ab477209d", 7),
                1_795_338_001,
                probe("3c5ab477209d", 8));
        byte[] cut = Arrays.copyOf(whole, whole.length - 5);
        assertThat(run("--sensor", "ap-1", file("a.pcap", cut))).isEqualTo(1);
        assertThat(lines()).hasSize(1);
        assertThat(err).contains("a.pcap: the file ends within a record; what came before was read");
    }

    @Test
    void whatIsNoCaptureIsToldAndTheOthersAreRead() throws IOException {
        byte[] good = classic(ByteOrder.LITTLE_ENDIAN, 127, false, 1_795_338_000, probe("3c5ab477209d", 7));
        String text = file("a.txt", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(run(
                        "--sensor",
                        "ap-1",
                        text,
                        file("b.pcap", good),
                        folder.resolve("c").toString()))
                .isEqualTo(1);
        assertThat(err).contains("a.txt: cannot be read: it is neither pcap nor pcapng", "there is no such file");
        assertThat(lines()).hasSize(1);
        assertThat(run("--sensor", "a b", text)).isEqualTo(2);
    }

    @Test
    void anEmptyCaptureOfAnotherKindIsNoTrouble() throws IOException {
        assertThat(run("--sensor", "ap-1", file("a.pcap", classic(ByteOrder.LITTLE_ENDIAN, 1, false))))
                .isZero();
        assertThat(out).isEmpty();
    }

    @Test
    void realCapturesAreReadToTheLastFrame() throws IOException {
        Optional<Path> data = Stream.of(
                        Optional.ofNullable(System.getenv("FOOTFALL_DATA")).orElse(""),
                        "../../shared/data",
                        "../shared/data")
                .filter(path -> !path.isEmpty())
                .map(path -> Path.of(path).resolve("wifi-baccichet2023"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeThat(data)
                .as("skipped: no recordings; set FOOTFALL_DATA to their folder")
                .isPresent();
        try (Stream<Path> files = Files.list(data.orElseThrow())) {
            List<String> arguments = Stream.concat(Stream.of("--sensor", "ap-1"), files.map(Path::toString))
                    .toList();
            assertThat(run(arguments.toArray(String[]::new))).isZero();
        }
        assertThat(lines()).hasSize(993);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private List<JsonNode> lines() throws IOException {
        return JSON.readerFor(JsonNode.class).<JsonNode>readValues(out).readAll();
    }

    private static List<JsonNode> payloads(List<JsonNode> lines) throws IOException {
        List<JsonNode> payloads = new ArrayList<>();
        for (JsonNode line : lines) {
            payloads.add(JSON.readTree(line.path("payload").asText()));
        }
        return payloads;
    }

    private String file(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        return file.toString();
    }

    private int run(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int code = new CommandLine(new PcapCommand())
                .setOut(new PrintWriter(outText))
                .setErr(new PrintWriter(errText))
                .execute(arguments);
        out = outText.toString();
        err = errText.toString();
        return code;
    }
}
