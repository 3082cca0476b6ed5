package dev.footfall.metrics.radio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {
    /** List, HE, VHT, extended rates, rates, vendors, extended capabilities, HT. */
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
        long otherScan = fields(2, 0, 7, 5, 6, 18, 19, 3);

        assertThat(Likeness.alike(scan, otherScan)).isTrue();
    }

    @Test
    void phonesWhoseHardwareDiffersAreTwoThoughAllElseAgrees() {
        long one = fields(1, 0, 7, 5, 6, 8, 9, 3);
        long other = fields(1, 0, 77, 5, 6, 8, 9, 3);

        assertThat(Likeness.alike(one, other)).isFalse();
    }

    @Test
    void withoutDetailedHardwareTheListOfElementsMustStayAndTwoFieldsMayDiffer() {
        long one = fields(1, 0, 0, 5, 6, 0, 9, 3);

        assertThat(Likeness.alike(one, fields(1, 0, 0, 5, 6, 0, 19, 13))).isTrue();
        assertThat(Likeness.alike(one, fields(1, 0, 0, 5, 6, 8, 19, 13))).isFalse();
        assertThat(Likeness.alike(one, fields(2, 0, 0, 5, 6, 0, 9, 3))).isFalse();
    }
}
