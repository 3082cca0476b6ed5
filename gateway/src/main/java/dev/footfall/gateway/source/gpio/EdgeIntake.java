package dev.footfall.gateway.source.gpio;

import dev.footfall.drivers.Message;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Intake;
import dev.footfall.gateway.intake.Receipt;
import dev.footfall.gateway.intake.Source;
import dev.footfall.gpio.EdgeEvent;
import dev.footfall.observation.SensorId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Puts what lines said into words and hands it over; waits while the intake is full, for the kernel keeps the edges. */
final class EdgeIntake {
    private final SensorId sensor;
    private final Intake intake;
    private final InstantSource clock;

    EdgeIntake(SensorId sensor, Intake intake, InstantSource clock) {
        this.sensor = sensor;
        this.intake = intake;
        this.clock = clock;
    }

    void edge(EdgeEvent event) {
        Instant at = wall(event.edge().nanos());
        if (event.lostBefore() > 0) {
            offer(at, event.edge().line() + " lost " + event.lostBefore());
        }
        offer(at, event.edge().line() + (event.edge().rising() ? " rising" : " falling"));
    }

    void found(int line, boolean high, long nanos) {
        offer(wall(nanos), line + (high ? " high" : " low"));
    }

    void alive(int line, long nanos) {
        offer(wall(nanos), line + " alive");
    }

    /** The wall clock's time of a moment on the clock of {@link System#nanoTime}. */
    private Instant wall(long nanos) {
        return clock.instant().minusNanos(System.nanoTime() - nanos);
    }

    private void offer(Instant at, String text) {
        Message message = Message.of("gpio/" + sensor.value(), text.getBytes(StandardCharsets.UTF_8));
        Arrival arrival =
                new Arrival(Source.GPIO, "", message, at, 0, false, GpioSource.DRIVER, sensor.value(), Receipt.NONE);
        if (!intake.offer(arrival)) {
            awaitRoom();
        }
    }

    private void awaitRoom() {
        CompletableFuture<Void> room = new CompletableFuture<>();
        intake.whenRoom(() -> room.complete(null));
        try {
            room.get();
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes it exceptionally", e);
        }
    }
}
