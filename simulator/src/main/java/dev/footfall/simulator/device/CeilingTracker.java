package dev.footfall.simulator.device;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.simulator.floor.Shape;
import dev.footfall.simulator.visit.DayPlan;
import dev.footfall.simulator.visit.Visit;
import dev.footfall.store.StoreConfig.Point;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A tracker that sees positions once a second, all people of a moment in one message. It reports by exception: someone who
 * stands still is told every {@value #STILL_MILLIS} ms only, and the last fix before a move is told with the move, so that
 * straight lines between fixes give the same path as all fixes would.
 */
final class CeilingTracker implements Device {
    private static final long TICK_MILLIS = 1000;
    private static final long STILL_MILLIS = 4000;
    private static final long HEARTBEAT_MILLIS = 60_000;

    private final Site site;
    private final Shape covered;
    private final List<Shape> hidden;
    private final NativeWriter writer;

    /**
     * @param covered where it sees
     * @param hidden where it does not, within that: other devices watch there
     */
    CeilingTracker(Site site, Shape covered, List<Shape> hidden) {
        this.site = site;
        this.covered = covered;
        this.hidden = List.copyOf(hidden);
        this.writer = new NativeWriter(site);
    }

    @Override
    public Iterator<SimulatedMessage> messages(DayPlan plan) {
        if (site.deadAllDay(plan)) {
            return Collections.emptyIterator();
        }
        return new Day(plan);
    }

    private boolean sees(Point point) {
        return covered.contains(point.x(), point.y())
                && hidden.stream().noneMatch(shape -> shape.contains(point.x(), point.y()));
    }

    private record Fix(Visit visit, String track, long at, long x, long y) {
        boolean samePlace(Fix other) {
            return x == other.x && y == other.y;
        }
    }

    /** A person under the tracker, with what was last seen and last told. */
    private static final class Tracked {
        private final Visit visit;
        private final String track;
        private @Nullable Fix seen;
        private @Nullable Fix told;

        Tracked(Visit visit, String track) {
            this.visit = visit;
            this.track = track;
        }
    }

    /** Ticks through a day, skipping seconds in which nobody is there. */
    private final class Day implements Iterator<SimulatedMessage> {
        private final DayPlan plan;
        private final List<Visit> visits;
        private final List<Tracked> present = new ArrayList<>();
        private int next;
        private long tick;
        private @Nullable SimulatedMessage ready;

        Day(DayPlan plan) {
            this.plan = plan;
            this.visits = plan.everybody().stream()
                    .sorted(Comparator.comparingLong(visit -> visit.path().start()))
                    .toList();
            this.tick = plan.start();
            advance();
        }

        @Override
        public boolean hasNext() {
            return ready != null;
        }

        @Override
        public SimulatedMessage next() {
            SimulatedMessage message = ready;
            if (message == null) {
                throw new NoSuchElementException("the day is over");
            }
            advance();
            return message;
        }

        private void advance() {
            ready = null;
            while (ready == null && tick < plan.end()) {
                tick = present.isEmpty() ? Math.max(tick + TICK_MILLIS, quietUntil()) : tick + TICK_MILLIS;
                ready = site.dead(tick) ? null : tell();
            }
        }

        /** The next tick at which someone arrives or a heartbeat is due. */
        private long quietUntil() {
            long beat = (tick / HEARTBEAT_MILLIS + 1) * HEARTBEAT_MILLIS;
            long arrival = next < visits.size() ? visits.get(next).path().start() : Long.MAX_VALUE;
            long whole = arrival == Long.MAX_VALUE ? arrival : (arrival + TICK_MILLIS - 1) / TICK_MILLIS * TICK_MILLIS;
            return Math.min(Math.min(beat, whole), plan.end());
        }

        private @Nullable SimulatedMessage tell() {
            while (next < visits.size() && visits.get(next).path().start() <= tick) {
                Visit visit = visits.get(next);
                present.add(new Tracked(visit, plan.day().date().toEpochDay() + "-" + visit.number()));
                next++;
            }
            present.removeIf(tracked -> tracked.visit.path().end() < tick);
            List<Fix> fixes = new ArrayList<>();
            for (Tracked tracked : present) {
                look(tracked, fixes);
            }
            boolean beat = tick % HEARTBEAT_MILLIS == 0;
            if (fixes.isEmpty() && !beat) {
                return null;
            }
            return writer.message(site.arrival(tick), Json.array(out -> write(out, fixes, beat)));
        }

        private void look(Tracked tracked, List<Fix> fixes) {
            Point here = tracked.visit.path().at(tick);
            Fix seen = tracked.seen;
            Fix told = tracked.told;
            if (!sees(here)) {
                if (seen != null && told != null && seen.at() > told.at()) {
                    fixes.add(seen);
                }
                tracked.seen = null;
                tracked.told = null;
                return;
            }
            Fix fix =
                    new Fix(tracked.visit, tracked.track, tick, Math.round(here.x() * 100), Math.round(here.y() * 100));
            tracked.seen = fix;
            if (told == null) {
                fixes.add(fix);
                tracked.told = fix;
                return;
            }
            boolean moved = !fix.samePlace(told);
            boolean leaving = tracked.visit.path().end() < tick + TICK_MILLIS;
            if (moved || leaving || tick - told.at() >= STILL_MILLIS) {
                if (moved && seen != null && seen.at() > told.at()) {
                    fixes.add(seen);
                }
                fixes.add(fix);
                tracked.told = fix;
            }
        }

        private void write(JsonGenerator out, List<Fix> fixes, boolean beat) throws IOException {
            for (Fix fix : fixes) {
                out.writeStartObject();
                out.writeStringField("type", "position");
                out.writeStringField("track", fix.track());
                out.writeNumberField("x", BigDecimal.valueOf(fix.x(), 2));
                out.writeNumberField("y", BigDecimal.valueOf(fix.y(), 2));
                out.writeNumberField("at", site.clock(fix.at()));
                if (fix.visit().staff()) {
                    out.writeBooleanField("staff", true);
                }
                out.writeEndObject();
            }
            if (beat) {
                out.writeStartObject();
                out.writeStringField("type", "heartbeat");
                out.writeNumberField("uptime_s", site.uptimeSeconds(tick));
                out.writeEndObject();
            }
        }
    }
}
