package dev.footfall.drivers.ieee802;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbeRequestTest {
    /** Probe request of no real phone: SSID wildcard, rates, extended rates, channel, HT capabilities cut to four bytes. */
    private static final String HEADER = "40000000ffffffffffff0200000000aaffffffffffff1000";

    private static final String RATES = "010402040b16";
    private static final String EXTENDED = "32080c1218243048606c";
    private static final String HT = "2d0419400000";

    @Test
    void networkNameChannelAddressAndSequenceDoNotMatter() {
        long wildcard = fingerprint(HEADER + "0000" + RATES + EXTENDED + "030106" + HT);
        long named = fingerprint(
                "40000000ffffffffffff06112233445566ffffffffff7021" + "0003616263" + RATES + EXTENDED + "03010b" + HT);
        assertThat(wildcard).isNotZero().isEqualTo(named);
    }

    @Test
    void elementsAndTheirContentMatterAndTheirOrderDoesNot() {
        long plain = fingerprint(HEADER + "0000" + RATES + EXTENDED);
        assertThat(fingerprint(HEADER + "0000" + RATES)).isNotEqualTo(plain);
        assertThat(fingerprint(HEADER + "0000" + EXTENDED + RATES)).isEqualTo(plain);
        assertThat(fingerprint(HEADER + "0000" + "010402040b17" + EXTENDED)).isNotEqualTo(plain);
    }

    @Test
    void aRadiotapHeaderAndAChecksumAreTakenOff() {
        String frame = HEADER + "0000" + RATES;
        String radiotap = "0000" + "1200" + "2f480000" + "0011223344556677" + "10" + "02";
        assertThat(radiotap.length() / 2).isEqualTo(18);
        assertThat(fingerprint(radiotap + frame + "dd00dd00")).isEqualTo(fingerprint(frame));
        String noChecksum = "0000" + "0900" + "02000000" + "00";
        assertThat(fingerprint(noChecksum + frame)).isEqualTo(fingerprint(frame));
    }

    @Test
    void beaconsHaveTwelveBytesBeforeTheElements() {
        String beacon = "80000000ffffffffffff0200000000aa0200000000aa1000" + "0011223344556677640011040000" + RATES;
        assertThat(fingerprint(beacon)).isNotZero();
    }

    @Test
    void whatIsNoManagementFrameHasNoFingerprint() {
        assertThat(fingerprint("")).isZero();
        assertThat(fingerprint("40")).isZero();
        assertThat(fingerprint(HEADER)).isZero();
        assertThat(fingerprint(HEADER + "0000" + "030106")).isZero();
        assertThat(fingerprint("08" + HEADER.substring(2) + RATES)).isZero();
    }

    @Test
    void noBytesWhateverThrow() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 4 && random.nextBoolean()) {
                bytes[0] = 0;
                bytes[1] = 0;
                bytes[3] = 0;
            }
            ProbeRequest.fingerprint(bytes);
        }
    }

    @Test
    void oneChangedElementChangesOneField() {
        long plain = fingerprint(HEADER + "0000" + RATES + EXTENDED + HT);
        long other = fingerprint(HEADER + "0000" + RATES + EXTENDED + "2d0419410000");
        assertThat(fieldsThatDiffer(plain, other)).containsExactly(0);
    }

    @Test
    void aVendorsElementThatComesAndGoesChangesTheVendorsFieldOnly() {
        long without = fingerprint(HEADER + "0000" + RATES + EXTENDED + HT);
        long with = fingerprint(HEADER + "0000" + RATES + EXTENDED + "dd070050f208001100" + HT);
        assertThat(fieldsThatDiffer(without, with)).containsExactly(2);
    }

    @Test
    void howManyAntennasARadioUsesAtTheMomentDoesNotMatter() {
        String rest = "00".repeat(15) + "00".repeat(7);
        String ht = "2d1a" + "2d40" + "1b" + "ff" + rest;
        String htSaving = "2d1a" + "2d00" + "1b" + "ff" + "ff" + rest.substring(2);
        String vht = "bf0c" + "3270800f" + "fffe0000fffe0000";
        String vhtSaving = "bf0c" + "3210800f" + "fffa0000fffa0000";
        String phy = "ff1c23" + "010808180080" + "203002000d009f08000000";
        assertThat(fingerprint(HEADER + RATES + ht + vht + phy + "fdfffdff" + "391cc7711c07"))
                .isEqualTo(fingerprint(HEADER + RATES + htSaving + vhtSaving + phy + "f5fff5ff" + "391cc7711c07"));
    }

    @Test
    void whatTheRadioIsDoesMatter() {
        String rest = "00".repeat(22);
        String one = "2d1a" + "2d00" + "1b" + "ff" + rest;
        assertThat(fieldsThatDiffer(
                        fingerprint(HEADER + one), fingerprint(HEADER + "2d1a" + "2d00" + "17" + "ff" + rest)))
                .containsExactly(0);
        String phy = "010808180080" + "203002000d009f08000000" + "fdfffdff";
        assertThat(fieldsThatDiffer(
                        fingerprint(HEADER + one + "ff1c23" + phy + "391cc7711c07"),
                        fingerprint(HEADER + one + "ff1c23" + phy + "391cc7711c06")))
                .containsExactly(6);
    }

    @Test
    void serialNumbersInSetupElementsDoNotMatter() {
        String wps = "dd0c0050f204" + "10470004010203";
        long one = fingerprint(HEADER + "0000" + RATES + wps + "06");
        long other = fingerprint(HEADER + "0000" + RATES + wps + "07");
        assertThat(one).isNotZero().isEqualTo(other);
    }

    @Test
    void signalAndChannelAreTheReceivers() {
        String radiotap = "0000" + "0f00" + "2a000000" + "10" + "00" + "8509" + "a000" + "c3";
        assertThat(ProbeRequest.in(HexFormat.of().parseHex(radiotap + HEADER + "0000" + RATES + "030102" + "deadbeef")))
                .isInstanceOfSatisfying(ProbeRequest.Probe.class, probe -> {
                    assertThat(probe.request().rssi()).isEqualTo(-61);
                    assertThat(probe.request().channel()).isEqualTo(6);
                    assertThat(probe.request().sequence()).isEqualTo(1);
                    assertThat(probe.request().transmitter()).isEqualTo("0200000000aa");
                    assertThat(probe.request().fingerprint()).isEqualTo(fingerprint(HEADER + RATES));
                });
    }

    private static List<Integer> fieldsThatDiffer(long one, long other) {
        return IntStream.range(0, Long.BYTES)
                .filter(field -> ((one ^ other) >>> 8 * field & 0xff) != 0)
                .boxed()
                .toList();
    }

    private static long fingerprint(String hex) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        return ProbeRequest.fingerprint(bytes.toByteArray());
    }
}
