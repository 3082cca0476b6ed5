package dev.footfall.drivers.lorawan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Reason;
import dev.footfall.drivers.time.DeviceTime;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The Things Stack v3, over MQTT, webhook, storage query or event export. */
final class TheThingsStack {
    private TheThingsStack() {}

    /** The message itself, out of the wrapping of storage queries ({@code result}) and event exports ({@code data}). */
    static JsonNode unwrapped(JsonNode root) {
        for (String key : List.of("result", "data")) {
            if (root.path(key).path("end_device_ids").isObject()) {
                return root.path(key);
            }
        }
        return root;
    }

    static Envelope read(JsonNode root) {
        JsonNode ids = root.path("end_device_ids");
        String device = device(ids);
        JsonNode uplink = root.path("uplink_message");
        String names = names(ids, uplink);
        if (uplink.isObject()) {
            return uplink(root, uplink, device, names);
        }
        if (root.path("join_accept").isObject()) {
            Instant time = first(root.path("join_accept").path("received_at"), root.path("received_at"));
            String key = device == null || time == null ? null : device + "|join|" + time;
            return new Envelope.Notice(device, names, List.of(new Reading(Fact.Heartbeat.BARE, time, "", key)), null);
        }
        String reason = root.path("uplink_normalized").isObject()
                ? "the normalised form repeats an uplink that comes by itself"
                : "the network server tells nothing countable";
        return new Envelope.Notice(device, names, List.of(), reason);
    }

    private static Envelope uplink(JsonNode root, JsonNode uplink, @Nullable String device, String names) {
        String text = uplink.path("frm_payload").asText("");
        Frame frame = text.isEmpty() ? null : Frame.base64(text);
        JsonNode object = uplink.path("decoded_payload").isObject() ? uplink.path("decoded_payload") : null;
        if (frame == null && !text.isEmpty() && object == null) {
            String reason = Reason.of("uplink_message.frm_payload", text, "must be the frame in base64");
            return new Envelope.Refused(new Rejected(Code.WRONG_VALUE, reason), names);
        }
        // The outer received_at is when the application server got it, which may be much later.
        Instant time = first(uplink.path("received_at"), root.path("received_at"));
        String session = session(root, uplink);
        boolean simulated = root.path("simulated").asBoolean();
        int counter =
                uplink.has("f_cnt") ? Envelopes.number(uplink.path("f_cnt"), Integer.MAX_VALUE) : simulated ? -1 : 0;
        return new Envelope.Up(new Uplink(
                device,
                names,
                Envelopes.number(uplink.path("f_port"), 255),
                frame,
                object,
                time,
                session,
                UplinkKey.of(device, session, counter, time)));
    }

    private static @Nullable String session(JsonNode root, JsonNode uplink) {
        String address = root.path("end_device_ids").path("dev_addr").asText("");
        String session = address.isEmpty() ? uplink.path("session_key_id").asText("") : address;
        return session.isEmpty() || session.length() > 64 ? null : session.toLowerCase(Locale.ROOT);
    }

    private static @Nullable Instant first(JsonNode one, JsonNode other) {
        Instant time = DeviceTime.withOffset(one.asText(""));
        return time != null ? time : DeviceTime.withOffset(other.asText(""));
    }

    private static @Nullable String device(JsonNode ids) {
        String eui = ids.path("dev_eui").asText("");
        String device = eui.isBlank() ? ids.path("device_id").asText("") : eui;
        return device.isBlank() || device.length() > 64 ? null : device.toLowerCase(Locale.ROOT);
    }

    private static String names(JsonNode ids, JsonNode uplink) {
        JsonNode version = uplink.path("version_ids");
        return String.join(
                        " ",
                        ids.path("device_id").asText(""),
                        ids.path("application_ids").path("application_id").asText(""),
                        version.path("brand_id").asText(""),
                        version.path("model_id").asText(""))
                .toLowerCase(Locale.ROOT);
    }
}
