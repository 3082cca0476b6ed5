package dev.footfall.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemdNotifierTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final long PID = 4711;

    @TempDir
    Path folder;

    @Test
    void everyMessageArrivesInTheWordsOfTheProtocol() {
        String address = folder.resolve("notify").toString();
        try (NotifySocket systemd = new NotifySocket(address)) {
            SystemdNotifier notifier = SystemdNotifier.from(Map.of("NOTIFY_SOCKET", address), PID);

            notifier.extendTimeout(Duration.ofMillis(1500));
            notifier.ready("kiosk at 127.0.0.1:8080");
            notifier.status("0 messages waiting");
            notifier.watchdog();
            notifier.stopping();

            assertThat(systemd.next(SOON)).contains("EXTEND_TIMEOUT_USEC=1500000");
            assertThat(systemd.next(SOON)).contains("READY=1\nSTATUS=kiosk at 127.0.0.1:8080");
            assertThat(systemd.next(SOON)).contains("STATUS=0 messages waiting");
            assertThat(systemd.next(SOON)).contains("WATCHDOG=1");
            assertThat(systemd.next(SOON)).contains("STOPPING=1");
            assertThat(systemd.next(AT_ONCE)).isEmpty();
        }
    }

    @Test
    void anAbstractAddressIsReachedToo() {
        String address = "@footfall-test-" + ProcessHandle.current().pid();
        try (NotifySocket systemd = new NotifySocket(address)) {
            SystemdNotifier.from(Map.of("NOTIFY_SOCKET", address), PID).stopping();

            assertThat(systemd.next(SOON)).contains("STOPPING=1");
        }
    }

    @Test
    void aStatusCannotSmuggleInAnotherMessage() {
        String address = folder.resolve("notify").toString();
        try (NotifySocket systemd = new NotifySocket(address)) {
            SystemdNotifier.from(Map.of("NOTIFY_SOCKET", address), PID).status("one\nSTOPPING=1");

            assertThat(systemd.next(SOON)).contains("STATUS=one STOPPING=1");
        }
    }

    @ParameterizedTest
    @CsvSource({"/nowhere/at/all", "@nobody-listens-here", "vsock:2:1234", "''"})
    void anAddressThatCannotBeReachedDoesNotDisturbTheService(String address) {
        SystemdNotifier notifier = SystemdNotifier.from(Map.of("NOTIFY_SOCKET", address), PID);

        assertThatCode(() -> notifier.ready("up")).doesNotThrowAnyException();
    }

    @Test
    void anAddressTooLongForTheKernelIsRefusedWithoutBeingCut() {
        SystemdNotifier notifier = SystemdNotifier.from(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(107)), PID);

        assertThatCode(notifier::stopping).doesNotThrowAnyException();
    }

    @Test
    void withoutSystemdNothingIsActive() {
        SystemdNotifier notifier = SystemdNotifier.from(Map.of(), PID);

        assertThat(notifier.isActive()).isFalse();
        assertThat(notifier.watchdogInterval()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30000000,'',30", "30000000,4711,30", "30000000,4712,", "0,'',", "soon,'',", "'','',"})
    void theWatchdogIntervalIsOursOnlyIfItNamesThisProcess(String micros, String pid, Long seconds) {
        SystemdNotifier notifier = SystemdNotifier.from(Map.of("WATCHDOG_USEC", micros, "WATCHDOG_PID", pid), PID);

        assertThat(notifier.watchdogInterval())
                .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }
}
