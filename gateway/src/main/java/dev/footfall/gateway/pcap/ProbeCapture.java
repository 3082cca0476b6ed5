package dev.footfall.gateway.pcap;

import dev.footfall.drivers.ieee802.NamelessFrame;
import dev.footfall.drivers.ieee802.ProbeRequest;
import dev.footfall.gateway.admission.StandIns;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The probe requests of capture files, merged by time. Every sender gets an address of the same kind that this object drew:
 * the same all through a business day, and another the next.
 */
public final class ProbeCapture {
    private static final int RADIOTAP = 127;
    private static final int BARE = 105;
    private static final Duration DAY_STARTS = Duration.ofHours(4);

    private final StandIns standIns = new StandIns();
    private final ZoneId zone;
    private final List<String> troubles = new ArrayList<>();
    private long probes;
    private long others;
    private long broken;

    /** @param zone where business days begin, at four in the morning */
    public ProbeCapture(ZoneId zone) {
        this.zone = zone;
    }

    /** One probe request without its identity. */
    public record Heard(Instant at, String address, ProbeRequest request, byte[] frame) {}

    /** Receives what was heard, in order of time. */
    public interface Sink {
        void accept(Heard heard) throws IOException;
    }

    /** A file and its next packet. */
    private record Head(int index, Path path, PacketFile file, Packet packet) {}

    /**
     * Hands on all probe requests of the files.
     *
     * @throws IOException if the sink fails; files that cannot be read are {@link #troubles}
     */
    public void read(List<Path> files, Sink sink) throws IOException {
        PriorityQueue<Head> heads = new PriorityQueue<>(
                Comparator.comparing((Head head) -> head.packet.at()).thenComparingInt(Head::index));
        try {
            for (int i = 0; i < files.size(); i++) {
                open(i, files.get(i), heads);
            }
            for (Head head = heads.poll(); head != null; head = heads.poll()) {
                take(head.packet, sink);
                advance(head.index, head.path, head.file, heads);
            }
        } finally {
            for (Head head : heads) {
                head.file.close();
            }
        }
    }

    private void open(int index, Path path, PriorityQueue<Head> heads) throws IOException {
        PacketFile file;
        try {
            file = PacketFile.open(path);
        } catch (NoSuchFileException e) {
            troubles.add(path + ": there is no such file");
            return;
        } catch (IOException e) {
            troubles.add(path + ": cannot be read: " + e.getMessage());
            return;
        }
        advance(index, path, file, heads);
    }

    private void advance(int index, Path path, PacketFile file, PriorityQueue<Head> heads) throws IOException {
        Packet packet = file.next();
        if (packet != null) {
            heads.add(new Head(index, path, file, packet));
            return;
        }
        file.close();
        if (file.trouble() != null) {
            troubles.add(path + ": " + file.trouble() + "; what came before was read");
        }
    }

    private void take(Packet packet, Sink sink) throws IOException {
        ProbeRequest.Found found = found(packet);
        switch (found) {
            case null -> others++;
            case ProbeRequest.Other other -> others++;
            case ProbeRequest.Broken damaged -> broken++;
            case ProbeRequest.Probe probe -> {
                probes++;
                String address = address(probe.request().transmitter(), packet.at());
                byte[] frame = NamelessFrame.of(packet.bytes(), address);
                sink.accept(new Heard(packet.at(), address, probe.request(), frame));
            }
        }
    }

    private static ProbeRequest.@Nullable Found found(Packet packet) {
        return switch (packet.linkType()) {
            case RADIOTAP -> ProbeRequest.afterRadiotap(packet.bytes());
            case BARE -> ProbeRequest.in(packet.bytes());
            default -> null;
        };
    }

    private String address(String transmitter, Instant at) {
        return standIns.of(transmitter, at.atZone(zone).minus(DAY_STARTS).toLocalDate());
    }

    /** What could not be read, one sentence per file. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    public long probes() {
        return probes;
    }

    /** Frames of other kinds, and of link types that are not 802.11. */
    public long others() {
        return others;
    }

    /** Frames that the receiver found damaged, or that are cut off. */
    public long broken() {
        return broken;
    }
}
