package dev.footfall.metrics.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final long PHONE = 0x0807_0605_0403_0201L;
    private static final int MINUTE = 60_000;

    private final Devices devices = new Devices();

    @Test
    void addressesOfOneFingerprintAreOneDevice() {
        int first = devices.of(1, false, PHONE, 0);

        assertThat(devices.of(2, false, PHONE, 5_000)).isEqualTo(first);
        assertThat(devices.of(3, false, PHONE ^ 0xff00L, 10_000)).isEqualTo(first);
    }

    @Test
    void anAddressKeepsItsDeviceWhateverItSendsLater() {
        int first = devices.of(1, false, PHONE, 0);
        long quiteAnother = 0x1817_1615_1413_1211L;

        assertThat(devices.of(1, false, quiteAnother, 5_000)).isEqualTo(first);
    }

    @Test
    void whatAnAddressSendsLaterIsAnotherFormOfItsDevice() {
        int first = devices.of(1, false, PHONE, 0);
        long otherForm = 0x1817_1615_1413_1211L;
        devices.of(1, false, otherForm, 5_000);

        assertThat(devices.of(2, false, otherForm, 10_000)).isEqualTo(first);
    }

    @Test
    void whatAnAddressSendsLaterStaysTheDeviceItAlreadyIs() {
        long otherForm = 0x1817_1615_1413_1211L;
        int other = devices.of(9, false, otherForm, 0);
        devices.of(1, false, PHONE, 1_000);
        devices.of(1, false, otherForm, 5_000);

        assertThat(devices.of(2, false, otherForm, 10_000)).isEqualTo(other);
    }

    @Test
    void withoutAFingerprintEveryAddressIsADevice() {
        assertThat(devices.of(1, true, 0, 0)).isNotEqualTo(devices.of(2, true, 0, 0));
        assertThat(devices.of(3, false, 0, 0)).isNotEqualTo(devices.of(4, false, 0, 0));
    }

    @Test
    void twoMakersAddressesThatBothComeBackAreTwoDevicesOfOneModel() {
        devices.of(1, true, PHONE, 0);
        devices.of(2, true, PHONE, 1_000);
        int one = devices.of(1, true, PHONE, 6 * MINUTE);
        int other = devices.of(2, true, PHONE, 7 * MINUTE);

        assertThat(one).isNotEqualTo(other);
        assertThat(devices.of(1, true, PHONE, 12 * MINUTE)).isEqualTo(one);
        assertThat(devices.of(2, true, PHONE, 12 * MINUTE)).isEqualTo(other);
    }

    @Test
    void aMillionMadeUpAddressesAreForgottenAsTheyFallSilent() {
        Set<Integer> told = new HashSet<>();
        for (int i = 0; i < 3_000_000; i++) {
            told.add(devices.of(0x9e3779b97f4a7c15L * (i + 1), false, PHONE, i * 28));
        }

        assertThat(told).hasSize(1);
        assertThat(devices.addresses()).isLessThan(1_600_000);
    }

    @Test
    void twoMillionLastingAddressesAtOnceAreToldApartInBoundedMemory() {
        Set<Integer> told = new HashSet<>();
        int many = 2_000_000;
        for (int i = 0; i < many; i++) {
            told.add(devices.of(0x9e3779b97f4a7c15L * (i + 1), true, 0, i / 1000));
        }

        assertThat(told).hasSizeGreaterThan(many - many / 1000);
        assertThat(devices.addresses()).isEqualTo(Addresses.MOST);
        assertThat(devices.of(0x9e3779b97f4a7c15L, true, 0, MINUTE)).isZero();
    }

    @Test
    void lastingAddressesThatFellSilentMakeRoomForThoseOfNow() {
        for (int i = 0; i < Addresses.MOST; i++) {
            devices.of(0x9e3779b97f4a7c15L * (i + 1), true, 0, i / 1000);
        }

        int newcomer = devices.of(7, true, 0, 31 * MINUTE);

        assertThat(newcomer).isEqualTo(Addresses.MOST);
        assertThat(devices.of(7, true, 0, 32 * MINUTE)).isEqualTo(newcomer);
        assertThat(devices.addresses()).isOne();
    }
}
