package dev.footfall.simulator.visit;

import dev.footfall.simulator.chance.Dice;
import dev.footfall.simulator.floor.Door;
import dev.footfall.simulator.floor.Floor;
import dev.footfall.simulator.floor.Shape;
import dev.footfall.simulator.visit.Visit.Purchase;
import dev.footfall.store.StoreConfig.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One group on its way through the store: in by a door, from stop to stop, perhaps past the tills, out by a door. */
final class Outing {
    private static final double INSIDE_M = 0.9;
    private static final double STROLL = 0.6;
    private static final double ELBOW_ROOM_M = 0.35;

    private final Floor floor;
    private final int group;
    private final int firstNumber;
    private final Door in;
    private final Door out;
    private final Dice dice;
    private final List<Member> members = new ArrayList<>();

    Outing(Floor floor, int group, int firstNumber, int size, long arrival, Door in, Door out, Dice dice) {
        this.floor = floor;
        this.group = group;
        this.firstNumber = firstNumber;
        this.in = in;
        this.out = out;
        this.dice = dice;
        double speed = Math.clamp(dice.normal(1.15, 0.15), 0.8, 1.5);
        long entry = arrival;
        for (int i = 0; i < size; i++) {
            members.add(enter(entry, speed * dice.between(0.97, 1.03)));
            entry += (long) dice.between(700, 1600);
        }
    }

    private static final class Member {
        final Path.Builder path;
        final long entry;
        final double speed;

        Member(Path.Builder path, long entry, double speed) {
            this.path = path;
            this.entry = entry;
            this.speed = speed;
        }
    }

    private Member enter(long entry, double speed) {
        double aside = dice.between(-in.widthM() / 3, in.widthM() / 3);
        Point threshold = in.at(0, aside);
        Point outside = in.at(-in.apronM(), aside);
        Path.Builder path;
        if (in.apronM() > 0) {
            path = new Path.Builder(entry - Path.walkMillis(outside, threshold, speed), outside);
            path.walkTo(threshold, speed);
        } else {
            path = new Path.Builder(entry, threshold);
        }
        path.walkTo(in.at(INSIDE_M, aside), speed);
        return new Member(path, entry, speed);
    }

    long now() {
        return members.getFirst().path.now();
    }

    Point here() {
        return members.getFirst().path.here();
    }

    double speed() {
        return members.getFirst().speed;
    }

    /** Everybody goes there, looks around, and leaves when the first has looked for the given time. */
    void stop(Shape shape, Point first, long millis) {
        long leave = members.getFirst().path.now() + Path.walkMillis(here(), first, speed()) + millis;
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            member.path.walkTo(i == 0 ? first : beside(first, shape), member.speed);
            browse(member, shape, leave + (i == 0 ? 0 : (long) dice.between(0, 1500)));
        }
    }

    private Point beside(Point other, Shape shape) {
        for (int i = 0; i < 10; i++) {
            Point point = new Point(other.x() + dice.between(-1.5, 1.5), other.y() + dice.between(-1.5, 1.5));
            if (roomy(shape, point)) {
                return point;
            }
        }
        return other;
    }

    private boolean roomy(Shape shape, Point point) {
        return shape.contains(point.x(), point.y())
                && !shape.isNearEdge(point.x(), point.y(), ELBOW_ROOM_M)
                && floor.isClearOfBorders(point, ELBOW_ROOM_M);
    }

    private void browse(Member member, Shape shape, long until) {
        while (member.path.now() < until - 5000) {
            member.path.standUntil(Math.min(until, member.path.now() + (long) dice.between(9_000, 35_000)));
            Point here = member.path.here();
            Point next = new Point(here.x() + dice.between(-0.9, 0.9), here.y() + dice.between(-0.9, 0.9));
            long back = Path.walkMillis(here, next, STROLL);
            if (member.path.now() + back < until && roomy(shape, next)) {
                member.path.walkTo(next, STROLL);
            }
        }
        member.path.standUntil(until);
    }

    /** Everybody waits where they are until the given moment; the first then pays at the till. */
    void queue(Checkout.Service service) {
        Member first = members.getFirst();
        long walk = Path.walkMillis(first.path.here(), service.till(), STROLL);
        if (service.end() - walk > Math.max(service.start(), first.path.now())) {
            first.path.standUntil(service.start());
            first.path.walkTo(service.till(), STROLL);
        }
        for (Member member : members) {
            member.path.standUntil(service.end());
        }
    }

    /** How long the way out takes. */
    long exitMillis() {
        return Path.walkMillis(here(), out.at(0, 0), speed()) + 3000L * members.size();
    }

    /** Everybody leaves; a purchase, if any, is the first's. */
    List<Visit> leave(long paidAt) {
        List<Visit> visits = new ArrayList<>();
        long clear = 0;
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            double aside = dice.between(-out.widthM() / 3, out.widthM() / 3);
            member.path.walkTo(out.at(INSIDE_M, aside), member.speed);
            member.path.standUntil(clear + 700);
            member.path.walkTo(out.at(0, aside), member.speed);
            long exit = member.path.now();
            clear = exit;
            if (out.apronM() > 0) {
                member.path.walkTo(out.at(-out.apronM(), aside), member.speed);
            }
            Purchase purchase = i == 0 && paidAt > 0 ? new Purchase(paidAt, amount()) : null;
            visits.add(visit(i, member, exit, purchase));
        }
        return visits;
    }

    private Visit visit(int i, Member member, long exit, @Nullable Purchase purchase) {
        return new Visit(
                firstNumber + i,
                group,
                members.size(),
                i == 0,
                member.entry,
                exit,
                in.id(),
                out.id(),
                member.path.build(),
                purchase,
                false);
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(StrictMath.exp(dice.normal(3.7, 0.7))).setScale(2, RoundingMode.HALF_UP);
    }
}
