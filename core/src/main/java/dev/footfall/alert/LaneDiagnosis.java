package dev.footfall.alert;

import dev.footfall.metrics.parking.ParkDay;
import dev.footfall.metrics.parking.ParkDay.Lane;
import dev.footfall.observation.SensorId;
import dev.footfall.reason.DriftReason;
import dev.footfall.reason.Reason;
import dev.footfall.reason.Word;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which lane of a car park is likely the cause of its imbalance. A lane may be for one way only, so it is judged by its share
 * of the vehicles that went its way, against that share on earlier days.
 */
final class LaneDiagnosis {
    private final ParkDay today;
    private final List<List<Lane>> earlier;
    private final boolean outsMissing;

    /**
     * About a day whose imbalance is no accident.
     *
     * @param earlier the lanes on days before
     */
    LaneDiagnosis(ParkDay today, List<List<Lane>> earlier) {
        this.today = today;
        this.earlier = earlier;
        this.outsMissing = today.surplus() > 0;
    }

    /** What is said of it. */
    Reason why() {
        Word side = outsMissing ? Word.VEHICLES_OUT : Word.VEHICLES_IN;
        Optional<Lane> turned = turned();
        Reason why;
        if (turned.isPresent()) {
            why = new DriftReason.LaneReversed(turned.get().sensor().value());
        } else {
            List<Lane> counting = today.lanes().stream()
                    .filter(lane -> ofShortSide(lane) > 0 || ofOtherSide(lane) == 0)
                    .toList();
            why = counting.size() == 1
                    ? loses(counting.getFirst(), side)
                    : loser(counting)
                            .map(lane -> loses(lane, side))
                            .orElseGet(() -> new DriftReason.LanesLose(
                                    side,
                                    counting.stream()
                                            .map(lane -> lane.sensor().value())
                                            .collect(Collectors.joining(", "))));
        }
        double percent = 100 * today.rate();
        return today.anchored()
                ? new DriftReason.CarParkDrifts(percent, today.carPark(), why)
                : new DriftReason.CarParkDriftsDaily(percent, today.carPark(), why);
    }

    private static Reason loses(Lane lane, Word side) {
        return new DriftReason.LaneLoses(lane.sensor().value(), side, lane.in(), lane.out());
    }

    private int ofShortSide(Lane lane) {
        return outsMissing ? lane.out() : lane.in();
    }

    private int ofOtherSide(Lane lane) {
        return outsMissing ? lane.in() : lane.out();
    }

    private Optional<Lane> turned() {
        return today.lanes().stream()
                .filter(lane -> today.lanes().size() > 1 && isUnlikeBefore(lane))
                .filter(lane -> leftIfTurned(lane) < Imbalance.NEARLY_NOTHING * Math.abs(today.surplus()))
                .min(Comparator.comparingDouble(this::leftIfTurned));
    }

    private double leftIfTurned(Lane lane) {
        return Math.abs(today.surplus() - 2 * (lane.in() - lane.out()));
    }

    /** A lane whose ways are used the other way round than before; true too where nothing is known of before. */
    private boolean isUnlikeBefore(Lane lane) {
        long in = 0;
        long out = 0;
        for (List<Lane> day : earlier) {
            for (Lane one : day) {
                in += one.sensor().equals(lane.sensor()) ? one.in() : 0;
                out += one.sensor().equals(lane.sensor()) ? one.out() : 0;
            }
        }
        return in + out == 0 || (in > out) != (lane.in() > lane.out());
    }

    /** The lane that counts so much less than its share of earlier days that this explains most of the imbalance. */
    private Optional<Lane> loser(List<Lane> counting) {
        double missing = Math.abs(today.surplus());
        double all = counting.stream().mapToInt(this::ofShortSide).sum() + missing;
        return counting.stream()
                .filter(lane -> usualShare(lane.sensor()) * all - ofShortSide(lane) >= Imbalance.MOST * missing)
                .max(Comparator.comparingDouble(lane -> usualShare(lane.sensor()) * all - ofShortSide(lane)));
    }

    private double usualShare(SensorId sensor) {
        double own = 0;
        double all = 0;
        for (List<Lane> day : earlier) {
            for (Lane lane : day) {
                own += lane.sensor().equals(sensor) ? ofShortSide(lane) : 0;
                all += ofShortSide(lane);
            }
        }
        return all == 0 ? 0 : own / all;
    }
}
