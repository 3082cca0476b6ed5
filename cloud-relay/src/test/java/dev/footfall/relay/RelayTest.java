package dev.footfall.relay;

import static dev.footfall.relay.outbox.Measurements.footfalls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.relay.RelayStatus.State;
import dev.footfall.relay.link.BackOff;
import dev.footfall.relay.outbox.InMemoryOutbox;
import dev.footfall.relay.outbox.Measurements;
import dev.footfall.relay.outbox.Outbox;
import dev.footfall.relay.outbox.OutboxEntry;
import dev.footfall.relay.outbox.OutboxStatus;
import dev.footfall.relay.outbox.Position;
import dev.footfall.relay.uplink.FakeUplink;
import dev.footfall.relay.uplink.PublishResult.Refused;
import dev.footfall.relay.uplink.PublishResult.Retry;
import dev.footfall.relay.uplink.PublishResult.TooLarge;
import dev.footfall.relay.wire.Batch;
import dev.footfall.relay.wire.EventWriter;
import dev.footfall.relay.wire.MeasurementJson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Turn by turn, without a thread, a network or a real clock. */
class RelayTest {
    private static final String TARGET = "mqtts://hq.example.net:8883";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final FakeUplink uplink = new FakeUplink();
    private final TestClock clock = new TestClock();
    private Relay relay = relay(outbox);

    private static final class TestClock implements InstantSource {
        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        void advance(Duration time) {
            now = now.plus(time);
        }
    }

    private Relay relay(Outbox entries) {
        return new Relay(
                TARGET,
                entries,
                uplink,
                new EventWriter(new MeasurementJson("sh-0042", null)),
                BackOff.DEFAULT,
                new SplittableRandom(1),
                clock);
    }

    private static List<String> idsOf(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(seq -> "sh-0042/1/" + seq)
                .toList();
    }

    /** Turns until it waits for news or for a failure to pass. */
    private Relay.Pause settle() {
        Relay.Pause pause = relay.round();
        while (pause.length().isZero()) {
            pause = relay.round();
        }
        return pause;
    }

    @Test
    void entriesAreDeliveredInOrderAndConfirmed() {
        outbox.append(NOON, footfalls(0, 450));

        settle();

        assertThat(uplink.ids()).isEqualTo(idsOf(1, 450));
        assertThat(outbox.cursor(TARGET)).isEqualTo(new Position(1, 450));
        assertThat(relay.status().delivered()).isEqualTo(450);
        assertThat(relay.status().pending()).isZero();
    }

    @Test
    void aBatchHasAtMostTwoHundredEntriesAndTheFirstIsATrial() {
        outbox.append(NOON, footfalls(0, 450));

        settle();

        assertThat(uplink.stored()).extracting(Batch::size).containsExactly(1, 200, 200, 49);
    }

    @Test
    void aBatchStaysWithinItsBytes() {
        outbox.append(NOON, footfalls(0, 450));

        settle();

        assertThat(uplink.stored())
                .allSatisfy(batch -> assertThat(batch.payload().length).isLessThanOrEqualTo(Relay.MAX_BYTES));
    }

    @Test
    void anIdleRelayWaitsForNews() {
        assertThat(settle()).isEqualTo(new Relay.Pause(Relay.IDLE, true));
        assertThat(relay.status().state()).isEqualTo(State.DELIVERING);
    }

    @Test
    void nothingIsConfirmedThatWasNotStored() {
        outbox.append(NOON, footfalls(0, 3));
        uplink.answer(Retry.of("busy"));

        Relay.Pause pause = relay.round();

        assertThat(pause.endsWithNews()).isFalse();
        assertThat(pause.length()).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        assertThat(outbox.cursor(TARGET)).isEqualTo(Position.START);
        assertThat(relay.status()).isEqualTo(new RelayStatus(State.RETRYING, NOON, 3, NOON, "busy", 0, 0));
    }

    /** The crash between publish and confirm: the same entries again, under the same ids. */
    @Test
    void whatArrivedButWasNotConfirmedIsSentAgainWithTheSameIds() {
        outbox.append(NOON, footfalls(0, 2));
        uplink.loseAnswers();
        relay.round();
        assertThat(outbox.cursor(TARGET)).isEqualTo(Position.START);

        uplink.heal();
        relay = relay(outbox);
        settle();

        assertThat(uplink.ids()).containsExactly("sh-0042/1/1", "sh-0042/1/1", "sh-0042/1/2");
        assertThat(outbox.cursor(TARGET)).isEqualTo(new Position(1, 2));
    }

    /** The crash between confirm and the next pull: nothing is sent twice. */
    @Test
    void aNewRunGoesOnWhereTheLastOneConfirmed() {
        outbox.append(NOON, footfalls(0, 5));
        relay.round();
        assertThat(outbox.cursor(TARGET)).isEqualTo(new Position(1, 1));

        relay = relay(outbox);
        settle();

        assertThat(uplink.ids()).isEqualTo(idsOf(1, 5));
    }

    @Test
    void aRestoredDatabaseFollowsUnderItsOwnEpoch() {
        outbox.append(NOON, footfalls(0, 2));
        outbox.beginEpoch(5);
        outbox.append(NOON, footfalls(2, 3));

        settle();

        assertThat(uplink.ids()).containsExactly("sh-0042/1/1", "sh-0042/1/2", "sh-0042/5/1");
        assertThat(outbox.cursor(TARGET)).isEqualTo(new Position(5, 1));
    }

    @Test
    void aBrokenLinkIsTriedWithOneEntryAtATime() {
        outbox.append(NOON, footfalls(0, 100));
        settle();
        outbox.append(NOON, footfalls(100, 300));
        uplink.answer(Retry.of("gone"));
        relay.round();

        settle();

        assertThat(uplink.stored()).extracting(Batch::size).containsExactly(1, 99, 1, 199);
        assertThat(relay.status().reconnects()).isEqualTo(1);
        assertThat(relay.status().lastError()).isEqualTo("gone");
    }

    @Test
    void waitsGrowWhileTheLinkStaysBrokenAndStartAgainOnceItHasHeld() {
        outbox.append(NOON, footfalls(0, 1));
        uplink.breakDown();
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 30; i++) {
            Duration wait = relay.round().length();
            clock.advance(wait);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        assertThat(longest).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));

        uplink.heal();
        clock.advance(Duration.ofSeconds(20));
        settle();
        uplink.breakDown();

        assertThat(relay.round().length()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLinkThatBreaksAtOnceEachTimeIsNotTriedWithoutPause() {
        Duration total = Duration.ZERO;
        for (int i = 0; i < 50; i++) {
            outbox.append(NOON, footfalls(i, i + 1));
            settle();
            uplink.answer(Retry.of("thrown out"));
            outbox.append(NOON, footfalls(i, i + 1));
            total = total.plus(relay.round().length());
        }
        assertThat(total).isGreaterThan(Duration.ofMinutes(10));
    }

    @Test
    void aRefusalIsTriedAgainAtMostOnceAMinute() {
        outbox.append(NOON, footfalls(0, 1));
        uplink.answer(new Refused("wrong password"));

        Relay.Pause pause = relay.round();

        assertThat(pause.length()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        assertThat(pause.endsWithNews()).isFalse();
        assertThat(relay.status().state()).isEqualTo(State.REFUSED);
        assertThat(relay.status().lastError()).isEqualTo("wrong password");
    }

    @Test
    void aWaitThatTheOtherSideAsksForIsObeyed() {
        outbox.append(NOON, footfalls(0, 1));
        uplink.answer(new Retry("busy", Duration.ofSeconds(100)));

        assertThat(relay.round().length()).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(110));
    }

    @Test
    void aBatchThatIsTooLargeIsSplit() {
        outbox.append(NOON, footfalls(0, 200));
        relay.round();
        uplink.answer(new TooLarge("2000 bytes at most", 2_000));

        settle();

        assertThat(uplink.ids()).isEqualTo(idsOf(1, 200));
        assertThat(uplink.stored())
                .allSatisfy(batch -> assertThat(batch.payload().length).isLessThanOrEqualTo(2_000));
    }

    @Test
    void aSingleEventThatIsTooLargeIsNamedAndNotSkipped() {
        outbox.append(NOON, footfalls(0, 3));
        uplink.answer(new TooLarge("the broker takes 100 bytes", 100));

        relay.round();

        assertThat(relay.status().state()).isEqualTo(State.REFUSED);
        assertThat(relay.status().lastError()).startsWith("the broker takes 100 bytes; the event [sh-0042/1/1] has");
        assertThat(outbox.cursor(TARGET)).isEqualTo(Position.START);
    }

    @Test
    void headOfficeIsToldHowFarBehindTheStoreIs() {
        outbox.append(NOON, footfalls(0, 3));
        settle();
        assertThat(uplink.status().pending()).isEqualTo(3);
        assertThat(uplink.status().since()).isEqualTo(NOON);

        clock.advance(Relay.IDLE);
        settle();
        assertThat(uplink.status().pending()).isZero();
        assertThat(uplink.status().delivered()).isEqualTo(new Position(1, 3));
    }

    @Test
    void theStatusFollowsTheFiguresAtItsOwnPace() {
        settle();
        outbox.append(NOON, footfalls(0, 3));
        clock.advance(Duration.ofSeconds(10));
        settle();
        assertThat(uplink.status().delivered()).isEqualTo(Position.START);

        clock.advance(Duration.ofSeconds(20));
        settle();
        assertThat(uplink.status().delivered()).isEqualTo(new Position(1, 3));
    }

    @Test
    void aClockThatIsSetBackChangesNothing() {
        outbox.append(NOON, footfalls(0, 1));
        settle();
        clock.advance(Duration.ofDays(-30));
        outbox.append(clock.instant(), footfalls(1, 2));

        settle();

        assertThat(uplink.ids()).isEqualTo(idsOf(1, 2));
        assertThat(uplink.status().delivered()).isEqualTo(new Position(1, 1));
        assertThat(relay.status().oldestAge(clock.instant())).isZero();
    }

    @Test
    void theOldestEntrysAgeIsTold() {
        outbox.append(NOON, footfalls(0, 1));
        uplink.breakDown();
        relay.round();
        clock.advance(Duration.ofMinutes(5));

        assertThat(relay.status().oldestAge(clock.instant())).isEqualTo(Duration.ofMinutes(5));
    }

    /** An outbox whose storage fails now and then. */
    private final class FailingOutbox implements Outbox {
        private int failures;

        private void maybeFail() {
            if (failures-- > 0) {
                throw new IllegalStateException("disk full");
            }
        }

        @Override
        public List<OutboxEntry> after(Position position, int limit) {
            maybeFail();
            return outbox.after(position, limit);
        }

        @Override
        public Position cursor(String target) {
            return outbox.cursor(target);
        }

        @Override
        public void confirm(String target, Position upTo) {
            maybeFail();
            outbox.confirm(target, upTo);
        }

        @Override
        public OutboxStatus status(String target) {
            return outbox.status(target);
        }

        @Override
        public Registration onCommit(Runnable listener) {
            return outbox.onCommit(listener);
        }
    }

    @Test
    void aConfirmThatFailsMeansTheSameEntriesAgain() {
        var failing = new FailingOutbox();
        relay = relay(failing);
        outbox.append(Measurements.FIRST, footfalls(0, 1));
        relay.round();
        outbox.append(Measurements.FIRST, footfalls(1, 2));
        failing.failures = 2;

        assertThat(relay.guardedRound().endsWithNews()).isFalse();
        assertThat(relay.status().lastError()).isEqualTo("the outbox failed: disk full");
        failing.failures = 0;
        settle();

        assertThat(uplink.ids()).isEqualTo(idsOf(1, 2));
        assertThat(relay.status().state()).isEqualTo(State.DELIVERING);
    }
}
