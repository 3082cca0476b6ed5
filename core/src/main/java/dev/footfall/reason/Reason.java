package dev.footfall.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure is as it is, or what is wrong: one of a closed set of records, each with its {@link Sentence}: a code, the
 * record's components by name, and how that reads in English. Nothing to say is null, as it is in a row.
 */
public sealed interface Reason
        permits CarReason,
                CountReason,
                DriftReason,
                ForecastReason,
                RadioReason,
                SalesReason,
                SensorReason,
                SpaceReason,
                TroubleReason,
                UnusualReason,
                Reason.Several,
                Reason.Told {

    /** Parts of one sentence. */
    String JOINT = "; ";

    /** What it says in English. */
    default String english() {
        return Sentence.of(this).english(this);
    }

    /** The single reasons, in their order. */
    default List<Reason> each() {
        return List.of(this);
    }

    /** Of before reasons had codes: only the English sentence is known. */
    @Says("{sentence}")
    record Told(String sentence) implements Reason {
        @Override
        public String english() {
            return sentence;
        }
    }

    /** One after the other. */
    record Several(List<Reason> each) implements Reason {
        public Several {
            each = List.copyOf(each);
        }

        @Override
        public String english() {
            return each.stream().map(Reason::english).collect(Collectors.joining(JOINT));
        }
    }

    /** All of them, in their order; null for none. */
    static @Nullable Reason of(List<Reason> reasons) {
        return reasons.isEmpty() ? null : reasons.size() == 1 ? reasons.getFirst() : new Several(reasons);
    }

    /** The reasons that are there; what both say alike is said once. Null if there is none. */
    static @Nullable Reason join(@Nullable Reason first, @Nullable Reason second) {
        if (first == null || first.equals(second)) {
            return second;
        }
        return second == null ? first : and(List.of(first, second));
    }

    /** The reasons that are there, each once; null if there is none. */
    static @Nullable Reason join(Collection<? extends @Nullable Reason> reasons) {
        Set<Reason> present = new LinkedHashSet<>();
        for (Reason reason : reasons) {
            if (reason != null) {
                present.add(reason);
            }
        }
        return of(List.copyOf(parts(present)));
    }

    private static Reason and(List<Reason> reasons) {
        return new Several(parts(reasons));
    }

    private static List<Reason> parts(Collection<Reason> reasons) {
        List<Reason> parts = new ArrayList<>();
        reasons.forEach(reason -> parts.addAll(reason.each()));
        return parts;
    }
}
