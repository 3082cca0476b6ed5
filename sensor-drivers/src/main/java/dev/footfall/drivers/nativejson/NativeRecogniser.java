package dev.footfall.drivers.nativejson;

import dev.footfall.drivers.json.TopLevel;

/** Native messages name their type; no other format uses these words there. */
final class NativeRecogniser {
    private static final int SURE = 90;

    private NativeRecogniser() {}

    static int score(byte[] payload) {
        String type = TopLevel.of(payload).text("type");
        return type != null && NativeType.of(type) != null ? SURE : 0;
    }
}
