package dev.footfall.gateway.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.gateway.pcap.ProbeCapture;
import dev.footfall.observation.SensorId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code footfall pcap}: a sniffer's files to a capture that can be replayed and kept. */
@Command(
        name = "pcap",
        description = {
            "Turns 802.11 captures (pcap, pcapng; radiotap or bare frames; plain or gzip) into a capture for `footfall replay`,",
            "on standard output: the probe requests of all files in order of time.",
            "Addresses become others that this run drew, names of networks and serial numbers are taken out.",
            "Exit code 0 if every file was read to its end, 1 if not."
        })
public final class PcapCommand implements Callable<Integer> {
    private static final JsonFactory JSON = new JsonFactory();

    @Option(
            names = "--sensor",
            paramLabel = "ID",
            required = true,
            description = "The sensor that heard this, as the configuration for the replay calls it.")
    private String sensor = "";

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            converter = DecodeCommand.Zone.class,
            description = "The store's zone: addresses are drawn anew at 04:00 of each day there (default UTC).")
    private ZoneId zone = ZoneOffset.UTC;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of tcpdump, Wireshark or a sniffer.")
    private List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        String wrong = wrongSensor();
        if (wrong != null) {
            err.println(wrong);
            return 2;
        }
        PrintWriter out = spec.commandLine().getOut();
        ProbeCapture capture = new ProbeCapture(zone);
        capture.read(files, heard -> out.print(line(heard)));
        out.flush();
        capture.troubles().forEach(err::println);
        err.printf(
                Locale.ROOT,
                "%,d probe requests, %,d other frames, %,d damaged or cut off%n",
                capture.probes(),
                capture.others(),
                capture.broken());
        return capture.troubles().isEmpty() ? 0 : 1;
    }

    private @Nullable String wrongSensor() {
        try {
            return new SensorId(sensor).value().isEmpty() ? "--sensor must not be empty" : null;
        } catch (IllegalArgumentException e) {
            return "--sensor: " + e.getMessage();
        }
    }

    private String line(ProbeCapture.Heard heard) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("at", heard.at().toString());
            json.writeStringField("via", "mqtt");
            json.writeStringField("topic", "footfall/in/" + sensor);
            json.writeStringField("sensor", sensor);
            json.writeStringField("payload", payload(heard));
            json.writeEndObject();
        }
        return line.append('\n').toString();
    }

    /** A native sighting, which driver wifi-probe reads too. */
    private static String payload(ProbeCapture.Heard heard) throws IOException {
        StringWriter payload = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(payload)) {
            json.writeStartObject();
            json.writeStringField("type", "sighting");
            json.writeStringField("mac", heard.address());
            json.writeNumberField("rssi", heard.request().rssi());
            if (heard.request().channel() > 0) {
                json.writeNumberField("channel", heard.request().channel());
            }
            json.writeNumberField("seq", heard.request().sequence());
            json.writeBinaryField("frame", heard.frame());
            json.writeEndObject();
        }
        return payload.toString();
    }
}
