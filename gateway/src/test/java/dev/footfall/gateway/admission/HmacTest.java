package dev.footfall.gateway.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.Reading;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HmacTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void itIsTheHmacOfTheStandard() {
        // RFC 4231, test case 2
        assertThat(HexFormat.of()
                        .formatHex(new Hmac("Jefe".getBytes(UTF_8)).of("what do ya want for nothing?".getBytes(UTF_8))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void itAgreesWithJavasOwnForKeysAndTextsOfAnyLength() throws Exception {
        long seed = 20261128;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] key = new byte[1 + random.nextInt(64)];
            byte[] text = new byte[random.nextInt(200)];
            random.nextBytes(key);
            random.nextBytes(text);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            assertThat(new Hmac(key).of(text))
                    .as("seed " + seed + ", round " + i)
                    .isEqualTo(mac.doFinal(text));
        }
    }

    @Test
    void aPseudonymMadeAheadIsTheOneOfItsDayOnly() {
        Pseudonyms pseudonyms = new Pseudonyms(null);
        Identity.Raw phone = new Identity.Raw("7ced8d010203");
        List<Reading> readings =
                List.of(Reading.of(Fact.Heartbeat.BARE), Reading.of(new Fact.Sighting(phone, -60, 0, -1, 0)));
        PseudonymsAhead ahead = PseudonymsAhead.of(readings, TODAY, pseudonyms);
        assertThat(ahead.of(0, TODAY)).isNull();
        assertThat(ahead.of(1, TODAY)).isEqualTo(pseudonyms.of(phone, TODAY));
        assertThat(ahead.of(1, TODAY.plusDays(1))).isNull();
        assertThat(pseudonyms.of(phone, TODAY.plusDays(1))).isNotEqualTo(pseudonyms.of(phone, TODAY));
    }
}
