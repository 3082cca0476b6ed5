package dev.footfall.gateway.source.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatMarksTest {
    private final RepeatMarks marks = new RepeatMarks();
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();

    private void publish(boolean repeat, int qos, int id, String topic, int payload) {
        byte[] name = topic.getBytes(UTF_8);
        packet(0x30 | (repeat ? 8 : 0) | qos << 1, name.length + 2 + (qos > 0 ? 2 : 0) + 1 + payload);
        number(name.length);
        wire.writeBytes(name);
        if (qos > 0) {
            number(id);
        }
        wire.write(0);
        wire.writeBytes(new byte[payload]);
    }

    private void packet(int type, int length) {
        wire.write(type);
        int left = length;
        do {
            int digit = left % 128;
            left /= 128;
            wire.write(left > 0 ? digit | 0x80 : digit);
        } while (left > 0);
    }

    private void number(int number) {
        wire.write(number >> 8);
        wire.write(number);
    }

    private void readAll(int chunk) throws IOException {
        InputStream stream = marks.along(new ByteArrayInputStream(wire.toByteArray()));
        var seen = new ByteArrayOutputStream();
        byte[] buffer = new byte[chunk];
        if (chunk == 1) {
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                seen.write(next);
            }
        } else {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                seen.write(buffer, 0, count);
            }
        }
        assertThat(seen.toByteArray()).isEqualTo(wire.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 100_000})
    void repeatsAreNotedHoweverTheBytesComeIn(int chunk) throws IOException {
        packet(0x20, 3);
        wire.writeBytes(new byte[3]);
        publish(true, 1, 7, "em/店铺", 12);
        publish(false, 1, 8, "em/1", 0);
        packet(0xD0, 0);
        publish(true, 1, 0xFFFF, "em/1", 20_000);
        publish(true, 0, 0, "em/1", 300);
        publish(true, 1, 300, "t", 0);

        readAll(chunk);

        assertThat(marks.isRepeat(7)).isTrue();
        assertThat(marks.isRepeat(8)).isFalse();
        assertThat(marks.isRepeat(0xFFFF)).isTrue();
        assertThat(marks.isRepeat(300)).isTrue();
        assertThat(marks.isRepeat(0)).isFalse();
    }

    @Test
    void aNumberThatIsUsedAgainForANewMessageIsNoRepeat() throws IOException {
        publish(true, 1, 7, "em/1", 5);
        publish(false, 1, 7, "em/1", 5);

        readAll(10);

        assertThat(marks.isRepeat(7)).isFalse();
    }

    @Test
    void anyCutIntoPiecesGivesTheSame() throws IOException {
        var random = new Random(42);
        boolean[] repeat = new boolean[500];
        for (int id = 1; id < repeat.length; id++) {
            repeat[id] = random.nextBoolean();
            publish(repeat[id], 1 + random.nextInt(2), id, "t".repeat(1 + random.nextInt(200)), random.nextInt(400));
        }
        for (int round = 0; round < 20; round++) {
            readAll(2 + random.nextInt(500));
            for (int id = 1; id < repeat.length; id++) {
                assertThat(marks.isRepeat(id)).isEqualTo(repeat[id]);
            }
        }
    }
}
