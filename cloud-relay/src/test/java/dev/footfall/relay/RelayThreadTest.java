package dev.footfall.relay;

import static dev.footfall.relay.outbox.Measurements.FIRST;
import static dev.footfall.relay.outbox.Measurements.footfalls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.relay.RelayStatus.State;
import dev.footfall.relay.link.BackOff;
import dev.footfall.relay.outbox.InMemoryOutbox;
import dev.footfall.relay.outbox.Position;
import dev.footfall.relay.uplink.FakeUplink;
import dev.footfall.relay.wire.EventWriter;
import dev.footfall.relay.wire.MeasurementJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same with its thread: it wakes for news, and it ends. */
class RelayThreadTest {
    private static final String TARGET = "hq";
    private static final BackOff QUICK =
            new BackOff(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(50));

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final FakeUplink uplink = new FakeUplink();
    private final Relay relay = new Relay(
            TARGET,
            outbox,
            uplink,
            new EventWriter(new MeasurementJson("sh-0042", null)),
            QUICK,
            new SplittableRandom(1),
            InstantSource.fixed(FIRST));

    @AfterEach
    void end() {
        relay.close();
    }

    @Test
    void newEntriesGoOutAtOnce() {
        relay.start();
        await().until(() -> relay.status().state() == State.DELIVERING);

        outbox.append(FIRST, footfalls(0, 3));

        await().atMost(Relay.IDLE.dividedBy(2)).until(() -> uplink.ids().size() == 3);
        await().until(() -> outbox.cursor(TARGET).equals(new Position(1, 3)));
    }

    @Test
    void aLinkThatHealsIsUsedAgain() {
        uplink.breakDown();
        outbox.append(FIRST, footfalls(0, 3));
        relay.start();
        await().until(() -> relay.status().state() == State.RETRYING);

        uplink.heal();

        await().until(() -> uplink.ids().size() == 3);
        await().until(() -> relay.status().reconnects() == 1);
    }

    @Test
    void closingLeavesAGoodbyeAndNoThread() {
        relay.start();
        await().until(() -> relay.status().state() == State.DELIVERING);

        relay.close();

        assertThat(uplink.isClosed()).isTrue();
        assertThat(uplink.status().online()).isFalse();
        assertThat(uplink.status().reason()).isEqualTo("stopped");
        assertThat(relay.status().state()).isEqualTo(State.STOPPED);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("relay " + TARGET);
    }

    @Test
    void closingWhileItWaitsForABrokenLinkTakesNoTime() {
        uplink.breakDown();
        relay.start();
        await().until(() -> relay.status().state() == State.RETRYING);

        relay.close();

        assertThat(relay.status().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void closingBeforeTheStartIsHarmless() {
        relay.close();

        assertThat(relay.status().state()).isEqualTo(State.STARTING);
    }
}
