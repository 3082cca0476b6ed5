package dev.footfall.drivers.nativejson;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of one fact. Writes pseudonyms only; there is no way to make it write an identity in clear. */
final class NativeFactWriter {
    private NativeFactWriter() {}

    static void write(Fact fact, JsonGenerator json) throws IOException {
        switch (fact) {
            case Fact.Crossing f -> {
                type(NativeType.CROSSING, json);
                json.writeNumberField("in", f.in());
                json.writeNumberField("out", f.out());
                optional("entrance", f.entrance(), json);
            }
            case Fact.Counter f -> counter(f, json);
            case Fact.Sighting f -> sighting(f, json);
            case Fact.Position f -> {
                type(NativeType.POSITION, json);
                json.writeStringField("track", f.track());
                json.writeNumberField("x", f.x());
                json.writeNumberField("y", f.y());
            }
            case Fact.Presence f -> presence(f, json);
            case Fact.ZoneLevel f -> {
                type(NativeType.ZONE, json);
                json.writeStringField("zone", f.zone());
                json.writeNumberField("count", f.count());
            }
            case Fact.Vehicle f -> vehicle(f, json);
            case Fact.Parked f -> {
                type(NativeType.PARKED, json);
                json.writeNumberField("count", f.count());
                optional("car_park", f.carPark(), json);
            }
            case Fact.Bay f -> {
                type(NativeType.BAY, json);
                json.writeStringField("bay", f.bay());
                json.writeBooleanField("occupied", f.occupied());
            }
            case Fact.Sale f -> {
                type(NativeType.SALE, json);
                json.writeNumberField("transactions", f.transactions());
                json.writeStringField("amount", f.amount().toPlainString());
            }
            case Fact.Staff f -> {
                type(NativeType.STAFF, json);
                json.writeNumberField("count", f.count());
            }
            case Fact.Heartbeat f -> heartbeat(f, json);
            case Fact.Beam f -> {
                json.writeStringField("type", "beam");
                json.writeStringField("signal", f.signal().wireName());
                if (f.signal() == Fact.Signal.LOST) {
                    json.writeNumberField("count", f.count());
                }
            }
            case Fact.Offline gone -> json.writeStringField("type", "offline");
            case Fact.Member f -> {
                type(NativeType.MEMBER, json);
                json.writeStringField("member", pseudonym(f.who()).toString());
                json.writeBooleanField("consent", f.consent());
            }
            case Fact.Known f -> {
                json.writeStringField("type", "known");
                json.writeStringField("before", f.before().wireName());
            }
            case Fact.OfStaff f -> {
                write(f.said(), json);
                json.writeBooleanField("staff", true);
            }
        }
    }

    private static void counter(Fact.Counter counter, JsonGenerator json) throws IOException {
        type(NativeType.COUNTER, json);
        json.writeNumberField("in_total", counter.inTotal());
        json.writeNumberField("out_total", counter.outTotal());
        optional("boot", counter.boot(), json);
        if (counter.width() > 0) {
            json.writeNumberField("width", counter.width());
        }
        if (counter.uptimeSeconds() >= 0) {
            json.writeNumberField("uptime_s", counter.uptimeSeconds());
        }
        if (!counter.directional()) {
            json.writeBooleanField("directional", false);
        }
    }

    private static void sighting(Fact.Sighting sighting, JsonGenerator json) throws IOException {
        Identity.Pseudonym device = pseudonym(sighting.device());
        type(NativeType.SIGHTING, json);
        json.writeStringField("mac", device.toString());
        json.writeBooleanField("randomised", device.randomised());
        if (sighting.rssi() != Fact.Sighting.NO_RSSI) {
            json.writeNumberField("rssi", sighting.rssi());
        }
        if (sighting.channel() > 0) {
            json.writeNumberField("channel", sighting.channel());
        }
        if (sighting.seq() >= 0) {
            json.writeNumberField("seq", sighting.seq());
        }
    }

    private static void presence(Fact.Presence presence, JsonGenerator json) throws IOException {
        json.writeStringField("type", "presence");
        json.writeStringField("track", presence.track());
        json.writeArrayFieldStart("zones");
        for (String zone : presence.zones()) {
            json.writeString(zone);
        }
        json.writeEndArray();
        json.writeBooleanField("ended", presence.ended());
    }

    private static void vehicle(Fact.Vehicle vehicle, JsonGenerator json) throws IOException {
        type(NativeType.VEHICLE, json);
        json.writeStringField("direction", vehicle.direction().name().toLowerCase(Locale.ROOT));
        Identity plate = vehicle.plate();
        if (plate != null) {
            json.writeStringField("plate", pseudonym(plate).toString());
        }
        optional("car_park", vehicle.carPark(), json);
    }

    private static void heartbeat(Fact.Heartbeat heartbeat, JsonGenerator json) throws IOException {
        type(NativeType.HEARTBEAT, json);
        if (heartbeat.uptimeSeconds() >= 0) {
            json.writeNumberField("uptime_s", heartbeat.uptimeSeconds());
        }
        if (!Double.isNaN(heartbeat.battery())) {
            json.writeNumberField("battery", heartbeat.battery());
        }
    }

    private static void type(NativeType type, JsonGenerator json) throws IOException {
        json.writeStringField("type", type.wireName());
    }

    private static void optional(String key, @Nullable String value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeStringField(key, value);
        }
    }

    private static Identity.Pseudonym pseudonym(Identity identity) {
        return switch (identity) {
            case Identity.Pseudonym known -> known;
            case Identity.Raw clear ->
                throw new IllegalArgumentException("an identity in clear is never written; pseudonymise it first");
        };
    }
}
