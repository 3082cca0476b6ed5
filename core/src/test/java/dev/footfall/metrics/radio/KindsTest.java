package dev.footfall.metrics.radio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindsTest {
    /** Which elements, HE, VHT, extended rates, rates, vendors, extended capabilities, HT. */
    private static long fields(int list, int he, int vht, int xrates, int rates, int vendor, int ext, int ht) {
        long packed = 0;
        for (int field : new int[] {list, he, vht, xrates, rates, vendor, ext, ht}) {
            packed = packed << 8 | field;
        }
        return packed;
    }

    @Test
    void aPhoneMayTellOtherSoftwareWhileItsDetailedHardwareStays() {
        long scan = fields(1, 0, 7, 5, 6, 8, 9, 3);

        assertThat(Kinds.of(fields(2, 0, 7, 5, 6, 18, 19, 3))).isEqualTo(Kinds.of(scan));
    }

    @Test
    void phonesWhoseHardwareDiffersAreTwoThoughAllElseAgrees() {
        long phone = fields(1, 0, 7, 5, 6, 8, 9, 3);

        assertThat(Kinds.of(fields(1, 0, 77, 5, 6, 8, 9, 3))).isNotEqualTo(Kinds.of(phone));
        assertThat(Kinds.of(fields(1, 0, 7, 5, 6, 8, 9, 13))).isNotEqualTo(Kinds.of(phone));
        assertThat(Kinds.of(fields(1, 0, 7, 5, 16, 8, 9, 3))).isNotEqualTo(Kinds.of(phone));
    }

    @Test
    void withoutDetailedHardwareThereMustBeTheSameElementsToo() {
        long phone = fields(1, 0, 0, 5, 6, 0, 9, 3);

        assertThat(Kinds.of(fields(1, 0, 0, 5, 6, 8, 19, 3))).isEqualTo(Kinds.of(phone));
        assertThat(Kinds.of(fields(2, 0, 0, 5, 6, 0, 9, 3))).isNotEqualTo(Kinds.of(phone));
        assertThat(Kinds.of(fields(1, 0, 0, 5, 6, 0, 9, 13))).isNotEqualTo(Kinds.of(phone));
    }

    @Test
    void kindsMadeUpWithoutEndAreNotAllKept() {
        Kinds kinds = new Kinds();
        for (int i = 0; i < 1 << 16; i++) {
            assertThat(kinds.deviceOf(fields(i >> 8 & 0xff, 0, 0, i & 0xff, 6, 0, 9, 3), i))
                    .isEqualTo(i);
        }

        assertThat(kinds.deviceOf(fields(1, 1, 1, 1, 1, 1, 1, 1), 70_000)).isEqualTo(-1);
        assertThat(kinds.deviceOf(fields(0, 0, 0, 2, 6, 0, 9, 3), 70_001)).isEqualTo(2);
    }
}
