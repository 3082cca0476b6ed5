package dev.footfall.relay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.reason.CountReason.TooManyAtOnce;
import dev.footfall.reason.Reason;
import dev.footfall.reason.SensorReason.BeamBlocked;
import dev.footfall.reason.SensorReason.Silent;
import dev.footfall.reason.TroubleReason.CountImpossible;
import dev.footfall.reason.TroubleReason.SilentBecause;
import dev.footfall.reason.TroubleReason.SilentSince;
import dev.footfall.reason.Word;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonJsonTest {
    private static final OffsetDateTime TEN = OffsetDateTime.parse("2026-11-28T10:00:00+08:00");

    @Test
    void aReasonIsItsCodeAndItsValues() {
        assertThat(ReasonJson.text(new Silent("door-1", TEN, TEN.plusMinutes(15))))
                .isEqualTo("[{\"code\":\"silent\",\"values\":{\"sensor\":\"door-1\","
                        + "\"from\":\"2026-11-28T10:00:00+08:00\",\"to\":\"2026-11-28T10:15:00+08:00\"}}]");
        assertThat(ReasonJson.text(new SilentBecause("door-1", new BeamBlocked(Word.OUTER, 90))))
                .isEqualTo("[{\"code\":\"silent-because\",\"values\":{\"sensor\":\"door-1\",\"why\":"
                        + "[{\"code\":\"beam-blocked\",\"values\":{\"beam\":\"outer\",\"seconds\":90}}]}}]");
        assertThat(ReasonJson.text(new TooManyAtOnce(90, 9.6, 2.44)))
                .contains("\"people\":90,\"seconds\":10,\"most\":2.4}");
    }

    @Test
    void whatWasWrittenIsReadAsTheSame() {
        Reason reason = new Reason.Several(List.of(
                new SilentSince("d", TEN, Duration.ofSeconds(90)),
                new CountImpossible("d", TEN, new TooManyAtOnce(90, 10, 2.4)),
                new SilentBecause("d", new BeamBlocked(Word.INNER, 7))));

        assertThat(ReasonJson.read(ReasonJson.text(reason), reason.english())).isEqualTo(reason);
    }

    @Test
    void withoutCodesOrWithUnknownOnesTheEnglishSentenceStands() {
        Reason told = new Reason.Told("door-1 silent");
        for (String text : new String[] {
            null,
            "[]",
            "{",
            "7",
            "[{\"code\":\"of-a-later-version\",\"values\":{}}]",
            "[{\"code\":\"silent\",\"values\":{\"sensor\":\"door-1\"}}]",
            "[{\"code\":\"silent\",\"values\":{\"sensor\":\"d\",\"from\":\"ten\",\"to\":\"eleven\"}}]",
            "[{\"code\":\"beam-blocked\",\"values\":{\"beam\":\"upper\",\"seconds\":9}}]",
        }) {
            assertThat(ReasonJson.read(text, "door-1 silent")).as("%s", text).isEqualTo(told);
        }
        assertThat(ReasonJson.text(told)).isNull();
        assertThat(ReasonJson.text(null)).isNull();
        assertThat(ReasonJson.read("[]", null)).isNull();
    }
}
