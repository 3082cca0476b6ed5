package dev.footfall.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.reason.CountReason.BalanceUnlikeBefore;
import dev.footfall.reason.CountReason.NobodyCameIn;
import dev.footfall.reason.CountReason.TooManyAtOnce;
import dev.footfall.reason.SensorReason.EdgesLost;
import dev.footfall.reason.SensorReason.Silent;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private static final OffsetDateTime TEN = OffsetDateTime.parse("2026-11-28T10:00:00+08:00");
    private static final Reason SILENT = new Silent("door-1", TEN, TEN.plusMinutes(15));

    @Test
    void everyReasonHasASentenceOfItsOwn() {
        List<Class<?>> records = new ArrayList<>();
        collect(Reason.class, records);
        records.remove(Reason.Several.class);

        assertThat(Sentence.all()).hasSize(records.size()).hasSizeGreaterThan(70);
        assertThat(Sentence.all().stream().map(Sentence::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
        assertThat(Sentence.all())
                .allSatisfy(sentence -> assertThat(Sentence.of(sentence.code())).contains(sentence));
    }

    private static void collect(Class<?> type, List<Class<?>> records) {
        if (type.isRecord()) {
            records.add(type);
        } else {
            Arrays.stream(type.getPermittedSubclasses()).forEach(kind -> collect(kind, records));
        }
    }

    @Test
    void everySentenceCanBeMadeOfItsPlacesAndReadInEnglish() {
        for (Sentence sentence : Sentence.all()) {
            Reason reason = sentence.with(
                    sentence.places().stream().map(ReasonTest::sample).toList());

            assertThat(reason.english())
                    .as(sentence.code())
                    .isNotBlank()
                    .doesNotContain("{", "}", "null")
                    .doesNotContain("; ;");
            assertThat(Sentence.of(reason)).isSameAs(sentence);
        }
    }

    private static Object sample(Place place) {
        Class<?> type = place.component().getType();
        return switch (place.kind()) {
            case NAME -> "door-1";
            case NUMBER, SIGNED -> type == double.class ? (Object) 3.0 : type == long.class ? (Object) 3L : (Object) 3;
            case TIME -> TEN;
            case LENGTH -> Duration.ofMinutes(15);
            case WORD -> Word.OUTER;
            case REASON -> SILENT;
        };
    }

    @Test
    void numbersTimesAndWordsReadAsTheSentenceAsks() {
        assertThat(SILENT.english()).isEqualTo("door-1 silent 10:00–10:15");
        assertThat(new BalanceUnlikeBefore(20.2).english())
                .isEqualTo("balance of +20 is not like earlier days: corrected by the day's own");
        assertThat(new TooManyAtOnce(90, 9.6, 2.44).english())
                .isEqualTo("90 people in 10 s is more than 2.4 a second can pass this door");
        assertThat(new EdgesLost(1, Word.EDGE_WAS).english()).startsWith("1 edge was lost today");
        assertThat(new TroubleReason.SilentSince("d", TEN, Duration.ofSeconds(90)).english())
                .contains("silent since 10:00, for it has not spoken for twice the 90 s in which");
        assertThat(Sentence.of(SILENT).template()).isEqualTo("{sensor} silent {from:time}–{to:time}");
    }

    @Test
    void whatIsSaidTwiceIsSaidOnce() {
        Reason nobody = new NobodyCameIn();

        assertThat(Reason.join(null, null)).isNull();
        assertThat(Reason.join(SILENT, SILENT)).isEqualTo(SILENT);
        assertThat(Reason.join(SILENT, nobody)).isNotNull().satisfies(both -> {
            assertThat(both.english()).isEqualTo("door-1 silent 10:00–10:15; nobody came in");
            assertThat(both.each()).containsExactly(SILENT, nobody);
            assertThat(Reason.join(Arrays.asList(both, null, both, nobody)))
                    .isNotNull()
                    .satisfies(all -> assertThat(all.each()).containsExactly(SILENT, nobody, nobody));
        });
    }

    @Test
    void aSentenceOfBeforeCodesStaysAsItWas() {
        assertThat(new Reason.Told("door-1 {silent}").english()).isEqualTo("door-1 {silent}");
    }
}
