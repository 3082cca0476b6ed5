package dev.footfall.gateway.source.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.drivers.Message;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Receipt;
import dev.footfall.gateway.intake.Source;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {
    private final FakeIntake intake = new FakeIntake();
    private final AtomicInteger calls = new AtomicInteger();
    private final Gate gate = new Gate(intake, 3, calls::incrementAndGet);

    private static Arrival arrival(String payload) {
        return arrival(payload.getBytes(UTF_8));
    }

    private static Arrival arrival(byte[] payload) {
        return new Arrival(
                Source.MQTT_BROKER,
                "mqtt://b",
                Message.of("t", payload),
                Instant.EPOCH,
                1,
                false,
                null,
                null,
                Receipt.NONE);
    }

    private void pass(String... payloads) {
        for (String payload : payloads) {
            gate.pass(arrival(payload));
        }
    }

    @Test
    void messagesGoStraightThroughWhileThereIsRoom() {
        pass("a", "b");

        assertThat(intake.payloads()).containsExactly("a", "b");
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.passed()).isEqualTo(2);
    }

    @Test
    void messagesAreParkedInOrderUntilThereIsRoom() {
        intake.withRoom(1);
        pass("a", "b", "c");
        gate.drain();
        assertThat(intake.payloads()).containsExactly("a");
        assertThat(gate.isOpen()).isFalse();

        intake.makeRoom();
        assertThat(calls).hasValue(1);
        pass("d");
        assertThat(intake.payloads()).containsExactly("a");
        gate.drain();

        assertThat(intake.payloads()).containsExactly("a", "b", "c", "d");
        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void drainingStopsWhenTheIntakeIsFullAgain() {
        intake.withRoom(1);
        pass("a", "b", "c");
        intake.makeRoom();
        intake.withRoom(1);

        gate.drain();

        assertThat(intake.payloads()).containsExactly("a", "b");
        intake.makeRoom();
        gate.drain();
        assertThat(intake.payloads()).containsExactly("a", "b", "c");
    }

    @Test
    void itIsFullAfterSoManyMessagesOrBytes() {
        intake.withRoom(1);
        pass("a", "b", "c");
        assertThat(gate.isFull()).isFalse();
        pass("d");
        assertThat(gate.isFull()).isTrue();
        intake.makeRoom();
        gate.drain();
        assertThat(gate.isFull()).isFalse();

        intake.withRoom(1);
        pass("e");
        gate.pass(arrival(new byte[(int) Gate.PARKED_BYTES]));
        assertThat(gate.isFull()).isTrue();
    }
}
