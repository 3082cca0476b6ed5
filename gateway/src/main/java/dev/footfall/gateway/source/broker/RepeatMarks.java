package dev.footfall.gateway.source.broker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;

/**
 * Reads along with the client what the broker sends, and notes which messages are marked as repeats (MQTT's DUP flag).
 * Paho 1.2.5 reads the flag and drops it before it tells anybody, and without it a repeat cannot be told from a new message
 * that looks the same: two people who came in one after the other.
 */
final class RepeatMarks {
    private static final int PUBLISH = 3;
    private static final int DUP = 0x08;
    private static final int QOS = 0x06;

    private final BitSet repeats = new BitSet();

    /** True if the message that came last under this packet id was marked as a repeat. */
    synchronized boolean isRepeat(int packetId) {
        return repeats.get(packetId);
    }

    private synchronized void note(int packetId, boolean repeat) {
        repeats.set(packetId, repeat);
    }

    /** The stream to read instead of this one. */
    InputStream along(InputStream stream) {
        return new Reader(stream);
    }

    private enum Part {
        TYPE,
        LENGTH,
        TOPIC_LENGTH_HIGH,
        TOPIC_LENGTH_LOW,
        TOPIC,
        ID_HIGH,
        ID_LOW,
        REST
    }

    /** Follows the framing byte by byte, but for topics and what follows the packet id, which it steps over. */
    private final class Reader extends FilterInputStream {
        private Part part = Part.TYPE;
        private boolean numbered;
        private boolean repeat;
        private int left;
        private int lengthShift;
        private int topicLeft;
        private int id;

        Reader(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            if (next >= 0) {
                step(next);
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int count = in.read(buffer, from, most);
            for (int at = from; at < from + count; ) {
                int skipped = skippable(from + count - at);
                if (skipped == 0) {
                    step(buffer[at] & 0xFF);
                    at++;
                }
                at += skipped;
            }
            return count;
        }

        @Override
        public long skip(long most) throws IOException {
            // every byte has to be seen
            return read(new byte[(int) Math.min(most, 8_192)]);
        }

        private int skippable(int available) {
            if (part == Part.REST) {
                int skipped = Math.min(left, available);
                left -= skipped;
                endIfComplete();
                return skipped;
            }
            if (part == Part.TOPIC) {
                int skipped = Math.min(topicLeft, available);
                left -= skipped;
                topicLeft -= skipped;
                if (topicLeft == 0) {
                    part = Part.ID_HIGH;
                }
                return skipped;
            }
            return 0;
        }

        private void step(int next) {
            if (part != Part.TYPE && part != Part.LENGTH) {
                left--;
            }
            switch (part) {
                case TYPE -> type(next);
                case LENGTH -> length(next);
                case TOPIC_LENGTH_HIGH -> {
                    topicLeft = next << 8;
                    part = Part.TOPIC_LENGTH_LOW;
                }
                case TOPIC_LENGTH_LOW -> {
                    topicLeft |= next;
                    part = topicLeft == 0 ? Part.ID_HIGH : Part.TOPIC;
                }
                case TOPIC -> {
                    topicLeft--;
                    part = topicLeft == 0 ? Part.ID_HIGH : Part.TOPIC;
                }
                case ID_HIGH -> {
                    id = next << 8;
                    part = Part.ID_LOW;
                }
                case ID_LOW -> {
                    note(id | next, repeat);
                    part = Part.REST;
                    endIfComplete();
                }
                case REST -> endIfComplete();
            }
        }

        private void type(int next) {
            numbered = next >> 4 == PUBLISH && (next & QOS) != 0;
            repeat = (next & DUP) != 0;
            left = 0;
            lengthShift = 0;
            part = Part.LENGTH;
        }

        private void length(int next) {
            left |= (next & 0x7F) << lengthShift;
            lengthShift += 7;
            if ((next & 0x80) == 0) {
                part = numbered ? Part.TOPIC_LENGTH_HIGH : Part.REST;
                endIfComplete();
            }
        }

        private void endIfComplete() {
            if (part == Part.REST && left == 0) {
                part = Part.TYPE;
            }
        }
    }
}
