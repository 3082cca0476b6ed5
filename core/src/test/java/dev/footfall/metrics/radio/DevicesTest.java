package dev.footfall.metrics.radio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final long PHONE = 0x0807_0605_0403_0201L;
    private static final int MINUTE = 60_000;

    private final Devices devices = new Devices();
    private final Turns receiver = new Turns();

    @Test
    void addressesOfOneFingerprintAreOneDevice() {
        int first = devices.of(receiver, 1, false, PHONE, 0);

        assertThat(devices.of(receiver, 2, false, PHONE, 5_000)).isEqualTo(first);
        assertThat(devices.of(receiver, 3, false, PHONE ^ 0xff00L, 10_000)).isEqualTo(first);
    }

    @Test
    void anAddressKeepsItsDeviceWhateverItSendsLater() {
        int first = devices.of(receiver, 1, false, PHONE, 0);
        long quiteAnother = 0x1817_1615_1413_1211L;

        assertThat(devices.of(receiver, 1, false, quiteAnother, 5_000)).isEqualTo(first);
    }

    @Test
    void whatAnAddressSendsLaterIsAnotherFormOfItsDevice() {
        int first = devices.of(receiver, 1, false, PHONE, 0);
        long otherForm = 0x1817_1615_1413_1211L;
        devices.of(receiver, 1, false, otherForm, 5_000);

        assertThat(devices.of(receiver, 2, false, otherForm, 10_000)).isEqualTo(first);
    }

    @Test
    void whatAnAddressSendsLaterStaysTheDeviceItAlreadyIs() {
        long otherForm = 0x1817_1615_1413_1211L;
        int other = devices.of(receiver, 9, false, otherForm, 0);
        devices.of(receiver, 1, false, PHONE, 1_000);
        devices.of(receiver, 1, false, otherForm, 5_000);

        assertThat(devices.of(receiver, 2, false, otherForm, 10_000)).isEqualTo(other);
    }

    @Test
    void addressesThatTakeTurnsWithinABurstAreTwoPhonesOfOneModel() {
        int one = devices.of(receiver, 1, false, PHONE, 0);
        devices.of(receiver, 2, false, PHONE, 20);
        int other = devices.of(receiver, 1, false, PHONE, 40);

        assertThat(other).isNotEqualTo(one);
        assertThat(devices.of(receiver, 2, false, PHONE, 60)).isEqualTo(one);
        assertThat(devices.of(receiver, 1, false, PHONE, MINUTE)).isEqualTo(other);
    }

    @Test
    void asManyPhonesOfOneModelCountAsSpokeAtOnceAndNoMore() {
        Set<Integer> told = new HashSet<>();
        for (int burst = 0; burst < 20; burst++) {
            for (int turn = 0; turn < 3; turn++) {
                for (int phone = 0; phone < 3; phone++) {
                    int millis = burst * MINUTE + turn * 60 + phone * 20;
                    told.add(devices.of(receiver, burst * 3 + phone + 1, false, PHONE, millis));
                }
            }
        }

        assertThat(told).hasSize(3);
    }

    @Test
    void addressesOneAfterTheOtherAreOnePhoneThatChangesThem() {
        Set<Integer> told = new HashSet<>();
        for (int address = 1; address < 100; address++) {
            told.add(devices.of(receiver, address, false, PHONE, address * 50));
            told.add(devices.of(receiver, address, false, PHONE, address * 50 + 20));
        }
        told.add(devices.of(receiver, 1, false, PHONE, MINUTE));

        assertThat(told).hasSize(1);
    }

    @Test
    void receiversWhoseClocksDifferMakeNoTwoPhonesOfOne() {
        Turns early = new Turns();
        Set<Integer> told = new HashSet<>();
        told.add(devices.of(early, 1, false, PHONE, 9_000));
        told.add(devices.of(early, 2, false, PHONE, 9_100));
        told.add(devices.of(receiver, 1, false, PHONE, 10_000));
        told.add(devices.of(receiver, 2, false, PHONE, 10_100));

        assertThat(told).hasSize(1);
    }

    @Test
    void framesThatComeLateMakeNoTwoPhonesOfOne() {
        Set<Integer> told = new HashSet<>();
        told.add(devices.of(receiver, 1, false, PHONE, 0));
        told.add(devices.of(receiver, 2, false, PHONE, 100));
        told.add(devices.of(receiver, 1, false, PHONE, 20));
        told.add(devices.of(receiver, 2, false, PHONE, 120));

        assertThat(told).hasSize(1);
    }

    @Test
    void makersAddressesThatTakeTurnsAndComeBackAreAsManyDevices() {
        Set<Integer> told = new HashSet<>();
        for (int minute = 0; minute < 20; minute++) {
            told.clear();
            for (int frame = 0; frame < 9; frame++) {
                told.add(devices.of(receiver, frame % 3 + 1, true, PHONE, minute * MINUTE + frame * 20));
            }
        }

        assertThat(told).hasSize(3);
    }

    @Test
    void withoutAFingerprintEveryAddressIsADevice() {
        assertThat(devices.of(receiver, 1, true, 0, 0)).isNotEqualTo(devices.of(receiver, 2, true, 0, 0));
        assertThat(devices.of(receiver, 3, false, 0, 0)).isNotEqualTo(devices.of(receiver, 4, false, 0, 0));
    }

    @Test
    void twoMakersAddressesThatBothComeBackAreTwoDevicesOfOneModel() {
        devices.of(receiver, 1, true, PHONE, 0);
        devices.of(receiver, 2, true, PHONE, 1_000);
        int one = devices.of(receiver, 1, true, PHONE, 6 * MINUTE);
        int other = devices.of(receiver, 2, true, PHONE, 7 * MINUTE);

        assertThat(one).isNotEqualTo(other);
        assertThat(devices.of(receiver, 1, true, PHONE, 12 * MINUTE)).isEqualTo(one);
        assertThat(devices.of(receiver, 2, true, PHONE, 12 * MINUTE)).isEqualTo(other);
    }

    @Test
    void aMillionMadeUpAddressesAreForgottenAsTheyFallSilent() {
        Set<Integer> told = new HashSet<>();
        for (int i = 0; i < 3_000_000; i++) {
            told.add(devices.of(receiver, 0x9e3779b97f4a7c15L * (i + 1), false, PHONE, i * 28));
        }

        assertThat(told).hasSize(1);
        assertThat(devices.addresses()).isLessThan(1_600_000);
    }

    @Test
    void twoMillionLastingAddressesAtOnceAreToldApartInBoundedMemory() {
        Set<Integer> told = new HashSet<>();
        int many = 2_000_000;
        for (int i = 0; i < many; i++) {
            told.add(devices.of(receiver, 0x9e3779b97f4a7c15L * (i + 1), true, 0, i / 1000));
        }

        assertThat(told).hasSizeGreaterThan(many - many / 1000);
        assertThat(devices.addresses()).isEqualTo(Addresses.MOST);
        assertThat(devices.of(receiver, 0x9e3779b97f4a7c15L, true, 0, MINUTE)).isZero();
    }

    @Test
    void lastingAddressesThatFellSilentMakeRoomForThoseOfNow() {
        for (int i = 0; i < Addresses.MOST; i++) {
            devices.of(receiver, 0x9e3779b97f4a7c15L * (i + 1), true, 0, i / 1000);
        }

        int newcomer = devices.of(receiver, 7, true, 0, 31 * MINUTE);

        assertThat(newcomer).isEqualTo(Addresses.MOST);
        assertThat(devices.of(receiver, 7, true, 0, 32 * MINUTE)).isEqualTo(newcomer);
        assertThat(devices.addresses()).isOne();
    }
}
