package dev.footfall.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Attempts attempts = new Attempts(nanos::get);

    @Test
    void tenAreFreeThenTheWaitDoublesUpToAnHour() {
        wrong("a", Attempts.FREE);
        Duration wait = Attempts.FIRST_WAIT;
        for (int i = 0; i < 20; i++) {
            assertThat(attempts.begin("a")).isEqualTo(wait);
            pass(wait);
            wrong("a", 1);
            wait = wait.multipliedBy(2).compareTo(Attempts.LONGEST_WAIT) > 0
                    ? Attempts.LONGEST_WAIT
                    : wait.multipliedBy(2);
        }
        assertThat(wait).isEqualTo(Attempts.LONGEST_WAIT);
    }

    @Test
    void aStrangerElsewhereLocksNobodyElse() {
        wrong("stranger", Attempts.FREE);

        assertThat(attempts.begin("stranger")).isPositive();
        assertThat(attempts.begin("manager")).isZero();
    }

    @Test
    void aRightOneForgivesTheWrongOnesBefore() {
        wrong("a", Attempts.FREE);
        attempts.succeeded("a");

        wrong("a", Attempts.FREE);
        assertThat(attempts.begin("a")).isEqualTo(Attempts.FIRST_WAIT);
    }

    @Test
    void wrongOnesAreForgottenAfterADay() {
        wrong("a", Attempts.FREE);
        pass(Attempts.FORGOTTEN.plusNanos(1));

        wrong("a", Attempts.FREE);
    }

    @Test
    void addressesAreRememberedWithinBounds() {
        wrong("first", Attempts.FREE);
        for (int i = 0; i < Attempts.MOST_ADDRESSES; i++) {
            attempts.begin("other " + i);
        }

        assertThat(attempts.begin("first")).isZero();
    }

    private void wrong(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.begin(address)).as("try " + i).isZero();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
