package dev.footfall.gateway.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Fact.Before;
import dev.footfall.observation.Identity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembersTest {
    private static final int LOOK_BACK = 14;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final byte[] SECRET = "a secret of some length".getBytes(UTF_8);

    private final Map<Long, Members.Days> disk = new HashMap<>();
    private Members members = start(LOOK_BACK, SECRET);

    private Members start(int lookBack, byte[] secret) {
        List<Members.Kept> kept = new ArrayList<>();
        disk.forEach((pseudonym, days) -> kept.add(new Members.Kept(pseudonym, days)));
        Members started = new Members(new Pseudonyms(secret.length == 0 ? null : secret), lookBack, kept);
        write(started);
        return started;
    }

    private void write(Members from) {
        from.drain((pseudonym, days) -> {
            if (days == null) {
                disk.remove(pseudonym);
            } else {
                disk.put(pseudonym, days);
            }
        });
    }

    private Fact comes(String who, int daysLater) {
        return tells(who, true, daysLater);
    }

    private Fact tells(String who, boolean consent, int daysLater) {
        LocalDate date = DAY.plusDays(daysLater);
        members.day(date);
        Fact kept = members.told(new Fact.Member(new Identity.Raw(who), consent), date);
        write(members);
        return kept;
    }

    private static Fact known(Before before) {
        return new Fact.Known(before);
    }

    @Test
    void somebodyIsKnownAgainForAsManyDaysAsTheLookBackAndNoLonger() {
        assertThat(comes("anna", 0)).isEqualTo(known(Before.NEVER));
        assertThat(comes("anna", 0)).isEqualTo(known(Before.SAME_DAY));
        assertThat(comes("ben", 0)).isEqualTo(known(Before.NEVER));
        assertThat(comes("anna", 14)).isEqualTo(known(Before.EARLIER_DAY));
        assertThat(comes("ben", 15)).isEqualTo(known(Before.NEVER));
    }

    @Test
    void whereverTheKeyChangesAPersonIsOneAndIsKeptOnce() {
        for (int first = 0; first < LOOK_BACK; first++) {
            String who = "person-" + first;
            assertThat(comes(who, 100 * first)).isEqualTo(known(Before.NEVER));
            assertThat(comes(who, 100 * first + 9)).isEqualTo(known(Before.EARLIER_DAY));
            assertThat(comes(who, 100 * first + 22)).isEqualTo(known(Before.EARLIER_DAY));
            assertThat(disk).hasSize(1);
        }
    }

    @Test
    void aPersonsNumberIsAnotherOnceTheKeyIs() {
        comes("anna", 0);
        long before = disk.keySet().iterator().next();
        comes("anna", 14);

        assertThat(disk).hasSize(1).doesNotContainKey(before);
    }

    @Test
    void whatComesLateIsJudgedByTheDaysBeforeIt() {
        comes("anna", 10);
        assertThat(comes("anna", 5)).isEqualTo(known(Before.NEVER));
        assertThat(comes("anna", 6)).isEqualTo(known(Before.EARLIER_DAY));
        assertThat(comes("anna", 10)).isEqualTo(known(Before.SAME_DAY));
    }

    @Test
    void whoTakesConsentBackIsForgottenAtOnceUnderWhicheverKey() {
        comes("anna", 0);
        assertThat(tells("anna", false, 12)).isEqualTo(Fact.Heartbeat.BARE);

        assertThat(disk).isEmpty();
        assertThat(comes("anna", 12)).isEqualTo(known(Before.NEVER));
    }

    @Test
    void whoDoesNotComeAgainIsForgottenAfterTheLookBack() {
        comes("anna", 0);
        members.day(DAY.plusDays(14));
        write(members);
        assertThat(disk).hasSize(1);
        members.day(DAY.plusDays(15));
        write(members);
        assertThat(disk).isEmpty();
    }

    @Test
    void withALastingSecretAStartChangesNothingAndWithoutOneNobodyIsKnownAnyMore() {
        comes("anna", 0);
        members = start(LOOK_BACK, SECRET);
        assertThat(comes("anna", 1)).isEqualTo(known(Before.EARLIER_DAY));

        members = start(LOOK_BACK, new byte[0]);
        assertThat(disk).isEmpty();
        assertThat(comes("anna", 1)).isEqualTo(known(Before.NEVER));
    }

    @Test
    void withoutALookBackNothingIsKeptOfAnybody() {
        comes("anna", 0);
        members = start(0, SECRET);

        assertThat(disk).isEmpty();
        assertThat(comes("anna", 0)).isEqualTo(Fact.Heartbeat.BARE);
        assertThat(disk).isEmpty();
    }
}
