package dev.footfall.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Visitor MANAGER = new Visitor("Li Wei", Role.MANAGER);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Sessions sessions = new Sessions(nanos::get);

    @Test
    void aSessionIsFoundByItsSecretOnly() {
        String secret = sessions.open(MANAGER);

        assertThat(sessions.peek(secret)).map(Sessions.Session::visitor).contains(MANAGER);
        assertThat(sessions.peek(secret + "x")).isEmpty();
        assertThat(secret).hasSize(43).isNotEqualTo(sessions.open(MANAGER));
    }

    @Test
    void aSessionInWhichNothingIsDoneEndsAndLookingIsNotDoing() {
        String secret = sessions.open(MANAGER);
        pass(Sessions.IDLE.minusSeconds(1));
        assertThat(sessions.peek(secret)).map(Sessions.Session::left).contains(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));

        assertThat(sessions.use(secret)).isEmpty();
        assertThat(sessions.count()).isZero();
    }

    @Test
    void aSessionInUseEndsAfterAShift() {
        String secret = sessions.open(MANAGER);
        for (Duration passed = Duration.ZERO;
                passed.compareTo(Sessions.LIFETIME.minusMinutes(10)) < 0;
                passed = passed.plusMinutes(10)) {
            pass(Duration.ofMinutes(10));
            assertThat(sessions.use(secret)).isPresent();
        }
        pass(Duration.ofMinutes(10));

        assertThat(sessions.use(secret)).isEmpty();
    }

    @Test
    void oneMoreThanThereMayBeEndsTheOneThatWasIdleLongest() {
        String first = sessions.open(MANAGER);
        String second = sessions.open(MANAGER);
        for (int i = 2; i < Sessions.MOST; i++) {
            sessions.open(MANAGER);
        }
        sessions.use(first);
        sessions.open(MANAGER);

        assertThat(sessions.count()).isEqualTo(Sessions.MOST);
        assertThat(sessions.peek(first)).isPresent();
        assertThat(sessions.peek(second)).isEmpty();
    }

    @Test
    void whoLogsOutIsOut() {
        String secret = sessions.open(MANAGER);
        sessions.end(secret);

        assertThat(sessions.peek(secret)).isEmpty();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
