package dev.footfall.metrics.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Zones told from the signal strengths of one device at several sensors, learned from a survey: readings taken at known
 * places. A Gaussian kernel density per zone over all sensors jointly, so that no shape of a room is assumed; the kernel's
 * width is the one that tells a sample of the survey best from the rest of it.
 */
public final class ZoneBySignal {
    /** A sensor that did not hear the device: fainter than anything it can hear, dBm. */
    public static final double UNHEARD = -100;

    private static final double[] WIDTHS_DB = {1, 1.5, 2, 2.5, 3, 4, 6, 8};
    private static final int SAMPLE = 250;

    /** Weight of the view that every zone is as likely, in kernels of the best fitting reading; keeps doubt alive. */
    private static final double DOUBT = 1e-6;

    private final List<Reading> survey;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final double width;

    /**
     * One reading of a survey.
     *
     * @param rssi signal strength at each sensor, dBm, in the same order in every reading; NaN where it was not heard
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Reading(String zone, double[] rssi) {}

    /** @throws IllegalArgumentException if there are fewer than two zones, or readings of different sensors */
    public ZoneBySignal(List<Reading> survey) {
        this.survey = survey.stream()
                .map(reading -> new Reading(reading.zone, censored(reading.rssi)))
                .toList();
        for (Reading reading : this.survey) {
            counts.merge(reading.zone, 1, Integer::sum);
            if (reading.rssi.length != this.survey.getFirst().rssi.length) {
                throw new IllegalArgumentException("a survey's readings must be of the same sensors: one has ["
                        + reading.rssi.length + "] values, the first [" + this.survey.getFirst().rssi.length + "]");
            }
        }
        if (counts.size() < 2) {
            throw new IllegalArgumentException(
                    "a survey must have readings of at least two zones; it has [" + counts.size() + "]");
        }
        this.width = bestWidth();
    }

    /** How likely the device is in each zone; the sum is 1. */
    public Map<String, Double> posterior(double[] rssi) {
        return posterior(censored(rssi), width, -1);
    }

    /** The likeliest zone. */
    public String zone(double[] rssi) {
        return likeliest(posterior(rssi));
    }

    private static String likeliest(Map<String, Double> posterior) {
        String best = "";
        double most = -1;
        for (Map.Entry<String, Double> zone : posterior.entrySet()) {
            if (zone.getValue() > most) {
                best = zone.getKey();
                most = zone.getValue();
            }
        }
        return best;
    }

    private double bestWidth() {
        List<Integer> sample = new ArrayList<>();
        int step = Math.max(1, survey.size() / SAMPLE);
        for (int i = 0; i < survey.size(); i += step) {
            sample.add(i);
        }
        double best = WIDTHS_DB[0];
        double most = Double.NEGATIVE_INFINITY;
        for (double candidate : WIDTHS_DB) {
            double sum = 0;
            for (int i : sample) {
                Reading reading = survey.get(i);
                sum += Math.log(posterior(reading.rssi, candidate, i).getOrDefault(reading.zone, 0.0));
            }
            if (sum > most) {
                most = sum;
                best = candidate;
            }
        }
        return best;
    }

    private Map<String, Double> posterior(double[] rssi, double spread, int except) {
        double[] exponents = new double[survey.size()];
        double nearest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < exponents.length; i++) {
            exponents[i] =
                    i == except ? Double.NEGATIVE_INFINITY : -squares(rssi, survey.get(i).rssi) / (2 * spread * spread);
            nearest = Math.max(nearest, exponents[i]);
        }
        Map<String, Double> density = new LinkedHashMap<>();
        counts.keySet().forEach(zone -> density.put(zone, DOUBT));
        for (int i = 0; i < exponents.length; i++) {
            String zone = survey.get(i).zone;
            density.merge(zone, Math.exp(exponents[i] - nearest) / counts.getOrDefault(zone, 1), Double::sum);
        }
        double sum = density.values().stream().mapToDouble(Double::doubleValue).sum();
        density.replaceAll((zone, value) -> value / sum);
        return density;
    }

    private static double squares(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static double[] censored(double[] rssi) {
        double[] heard = rssi.clone();
        for (int i = 0; i < heard.length; i++) {
            heard[i] = Double.isNaN(heard[i]) ? UNHEARD : Math.max(UNHEARD, heard[i]);
        }
        return heard;
    }
}
