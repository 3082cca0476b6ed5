package dev.footfall.gateway.capture;

import dev.footfall.drivers.Message;
import dev.footfall.drivers.SensorDriver;
import dev.footfall.gateway.admission.MappedIdentities;
import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.gateway.admission.Redaction;
import dev.footfall.gateway.admission.Routed;
import dev.footfall.gateway.admission.SensorBinding;
import dev.footfall.gateway.admission.SensorRouter;
import dev.footfall.gateway.admission.StandIns;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.intake.Source;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import dev.footfall.store.StoreConfig;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of messages who was there. Identities become stand-ins of the same form, and every other value goes that the
 * driver does not need: what is left decodes to the same facts about somebody else, which is tried for each message, or
 * it is left out. Not thread-safe.
 */
public final class Anonymiser {
    /** A device's own frame in bytes, LoRaWAN say, is no longer than this. */
    private static final int LONGEST_FRAME = 256;

    private final StoreConfig config;
    private final SensorRouter router;
    private final StandIns standIns = new StandIns();
    private final Redaction redaction = new Redaction(new Pseudonyms(null));

    public Anonymiser(StoreConfig config, List<SensorDriver> drivers) {
        this.config = config;
        this.router = new SensorRouter(config, drivers);
    }

    /** What may be kept of a message. */
    public sealed interface Result {}

    /** The message without who. */
    public record Kept(Arrival arrival) implements Result {}

    /**
     * A message that the gateway would refuse, with names and addresses blanked.
     *
     * @param reason as the gateway would tell the sender
     */
    public record Refused(Arrival arrival, String reason) implements Result {}

    /**
     * A message of which nothing may be kept.
     *
     * @param sensor whose it was
     * @param why half a sentence
     */
    public record LeftOut(String sensor, String why) implements Result {}

    /** Takes who out of a message. */
    public Result of(Arrival arrival) {
        if (arrival.source() == Source.GPIO) {
            return new Kept(arrival);
        }
        LocalDate day = config.calendar().dayOf(arrival.at()).date();
        return switch (router.route(arrival)) {
            case Routed.Refused refused -> refused(refused, day);
            case Routed.Understood understood -> understood(understood, day);
        };
    }

    private Result refused(Routed.Refused refused, LocalDate day) {
        Arrival arrival = refused.arrival();
        Message message = arrival.message();
        String payload = redaction.payload(message.payload(), day, MappedIdentities.of(refused.sensor()));
        return new Refused(
                arrival.with(new Message(
                        redaction.text(message.address(), day),
                        message.contentType(),
                        payload.getBytes(StandardCharsets.UTF_8),
                        message.retained())),
                redaction.text(refused.reason(), day));
    }

    private Result understood(Routed.Understood message, LocalDate day) {
        Trial trial = new Trial(message, day);
        byte[] payload = message.arrival().message().payload();
        byte @Nullable [] frame = Frames.nameless(payload, address -> standIns.of(address, day));
        if (frame != null) {
            return trial.result(frame, "the frame means something else under another address");
        }
        String text = PayloadText.of(payload);
        if (text == null) {
            return trial.names.isEmpty() && payload.length <= LONGEST_FRAME
                    ? trial.result(payload, "the topic means something else under another name")
                    : new LeftOut(trial.sensor(), "it is neither text nor a probe request");
        }
        String nameless = trial.names.replacedIn(text);
        if (!trial.keepsMeaning(nameless)) {
            return new LeftOut(trial.sensor(), "it means something else under other names");
        }
        String needed = new Necessity(trial::keepsMeaning, trial.names).of(nameless);
        return trial.result(needed.getBytes(StandardCharsets.UTF_8), "it means something else under other names");
    }

    /** One message and what it must still mean afterwards. */
    private final class Trial {
        private final Arrival arrival;
        private final SensorBinding binding;
        private final List<Reading> meant;
        private final Names names;
        private final String address;

        Trial(Routed.Understood message, LocalDate day) {
            this.arrival = message.arrival();
            this.binding = message.binding();
            List<Reading> readings = message.readings().readings();
            this.names = Names.of(readings, identity -> standIns.of(identity, day));
            this.meant = readings.stream()
                    .map(reading -> new Reading(
                            reading.fact().renamed(identity -> names.standIn((Identity.Raw) identity)),
                            reading.deviceTime(),
                            reading.line(),
                            reading.key() == null ? null : names.spelledIn(reading.key())))
                    .toList();
            this.address = names.spelledIn(arrival.message().address());
        }

        String sensor() {
            return binding.id().value();
        }

        Result result(byte[] payload, String otherwise) {
            Arrival nameless = with(payload);
            return keepsMeaning(nameless) ? new Kept(nameless) : new LeftOut(sensor(), otherwise);
        }

        boolean keepsMeaning(String payload) {
            return keepsMeaning(with(payload.getBytes(StandardCharsets.UTF_8)));
        }

        private Arrival with(byte[] payload) {
            Message message = arrival.message();
            return arrival.with(new Message(address, message.contentType(), payload, message.retained()));
        }

        private boolean keepsMeaning(Arrival nameless) {
            return router.route(nameless.replayed()) instanceof Routed.Understood understood
                    && understood.binding() == binding
                    && alike(understood.readings().readings());
        }

        private boolean alike(List<Reading> readings) {
            if (readings.size() != meant.size()) {
                return false;
            }
            for (int i = 0; i < meant.size(); i++) {
                Reading one = meant.get(i);
                Reading other = readings.get(i);
                boolean same = one.fact().equals(other.fact())
                        && Objects.equals(one.deviceTime(), other.deviceTime())
                        && one.line().equals(other.line())
                        && Objects.equals(one.key(), other.key());
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }
}
