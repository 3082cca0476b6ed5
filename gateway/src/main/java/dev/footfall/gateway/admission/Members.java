package dev.footfall.gateway.admission;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Before;
import dev.footfall.observation.Identity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers on which of the last days those came who consented to being known again: a pseudonym and a few bits each, nothing
 * else. The pseudonyms' key is drawn anew as often as the look-back is long; who comes again is moved to the newer key, and what
 * an older one hid is deleted. Used by the writer's thread alone.
 */
public final class Members {
    /** More people than this are not remembered. */
    static final int MOST = 500_000;

    private final Pseudonyms pseudonyms;
    private int lookBack;
    private final Map<Long, Days> days = new HashMap<>();
    private final Map<Long, @Nullable Days> changes = new LinkedHashMap<>();
    private long today = Long.MIN_VALUE;

    /**
     * One person's days.
     *
     * @param newest epoch day of the last
     * @param before bit i is set if they also came i days before that; bit 0 always is
     */
    public record Days(long newest, int before) {
        private Before knownOn(long day, int lookBack) {
            Before found = Before.NEVER;
            for (int back = 0; back <= lookBack; back++) {
                long came = newest - back;
                if ((before >> back & 1) == 0 || came > day || day - came > lookBack) {
                    continue;
                }
                if (came == day) {
                    return Before.SAME_DAY;
                }
                found = Before.EARLIER_DAY;
            }
            return found;
        }

        private Days with(long day) {
            long apart = Math.abs(day - newest);
            if (apart >= Integer.SIZE) {
                return day > newest ? new Days(day, 1) : this;
            }
            return day > newest ? new Days(day, before << apart | 1) : new Days(newest, before | 1 << apart);
        }
    }

    /** A person's days as they are kept. */
    public record Kept(long pseudonym, Days days) {}

    /** Is told what is to be kept or forgotten. */
    public interface Keeper {
        /** @param days null to forget */
        void keep(long pseudonym, @Nullable Days days);
    }

    /**
     * Goes on with what is kept.
     *
     * @param lookBack for how many days people are remembered, 0 for nobody
     * @param kept what the journal holds; of no use if the secret behind its pseudonyms ended with an earlier run
     */
    public Members(Pseudonyms pseudonyms, int lookBack, List<Kept> kept) {
        this.pseudonyms = pseudonyms;
        this.lookBack = lookBack;
        for (Kept person : kept) {
            if (lookBack > 0 && pseudonyms.lasts()) {
                days.put(person.pseudonym, person.days);
            } else {
                changes.put(person.pseudonym, null);
            }
        }
    }

    /** Another look-back begins with nobody. */
    void lookBack(int changed) {
        if (changed != lookBack) {
            List.copyOf(days.keySet()).forEach(this::forget);
            lookBack = changed;
        }
    }

    /** What may be kept of somebody who came or took their consent back; what else there is to know goes. */
    Fact told(Fact.Member member, LocalDate date) {
        if (lookBack == 0 || !(member.who() instanceof Identity.Raw who)) {
            return Fact.Heartbeat.BARE;
        }
        long day = date.toEpochDay();
        long period = Math.floorDiv(day, (long) lookBack);
        long pseudonym = pseudonyms.ofMember(who, period);
        Days known = null;
        for (long other = period + 1; other >= period - 1; other--) {
            long under = other == period ? pseudonym : pseudonyms.ofMember(who, other);
            Days found = days.get(under);
            if (found != null) {
                known = found;
                if (other < period || !member.consent()) {
                    forget(under);
                } else {
                    pseudonym = under;
                }
                break;
            }
        }
        if (!member.consent()) {
            return Fact.Heartbeat.BARE;
        }
        if (known != null || days.size() < MOST) {
            Days now = known == null ? new Days(day, 1) : known.with(day);
            days.put(pseudonym, now);
            changes.put(pseudonym, now);
        }
        return new Fact.Known(known == null ? Before.NEVER : known.knownOn(day, lookBack));
    }

    private void forget(long pseudonym) {
        days.remove(pseudonym);
        changes.put(pseudonym, null);
    }

    /** Forgets who has not come within the look-back, as a day begins. */
    public void day(LocalDate date) {
        if (date.toEpochDay() != today) {
            today = date.toEpochDay();
            days.entrySet().stream()
                    .filter(person -> person.getValue().newest < today - lookBack)
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(this::forget);
        }
    }

    /** Hands over what changed since the last call. */
    public void drain(Keeper keeper) {
        if (!changes.isEmpty()) {
            changes.forEach(keeper::keep);
            changes.clear();
        }
    }
}
