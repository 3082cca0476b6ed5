package dev.footfall.metrics.calibration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The five minutes of one business day in which both WiFi and the people present were known.
 *
 * @param date the business day
 * @param pairs in order of time
 */
public record CalibrationDay(LocalDate date, List<Pair> pairs) {
    /** Length of a bin, seconds. */
    public static final int BIN_SECONDS = Features.BIN;

    private static final int VERSION = 1;

    public CalibrationDay {
        pairs = List.copyOf(pairs);
    }

    /**
     * Five minutes.
     *
     * @param bin which of the day
     * @param hour local clock hour in which it begins
     * @param people mean number present, by the doors
     * @param devices distinct devices heard near by
     * @param features what the regression sees
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, thousands of them
    public record Pair(int bin, int hour, float people, float devices, float[] features) {}

    /** For the journal; the format carries its version. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(VERSION);
            out.writeShort(pairs.size());
            for (Pair pair : pairs) {
                out.writeShort(pair.bin);
                out.writeByte(pair.hour);
                out.writeFloat(pair.people);
                out.writeFloat(pair.devices);
                for (float feature : pair.features) {
                    out.writeFloat(feature);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #bytes()} wrote; empty if another version of the program wrote it, for the day then teaches nothing. */
    public static CalibrationDay of(LocalDate date, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readByte() != VERSION) {
                return new CalibrationDay(date, List.of());
            }
            Pair[] pairs = new Pair[in.readShort()];
            for (int i = 0; i < pairs.length; i++) {
                int bin = in.readShort();
                int hour = in.readByte();
                float people = in.readFloat();
                float devices = in.readFloat();
                float[] features = new float[Features.COUNT];
                for (int j = 0; j < features.length; j++) {
                    features[j] = in.readFloat();
                }
                pairs[i] = new Pair(bin, hour, people, devices, features);
            }
            return new CalibrationDay(date, List.of(pairs));
        } catch (IOException e) {
            throw new UncheckedIOException("the calibration of " + date + " cannot be read", e);
        }
    }
}
