package dev.footfall.metrics.radio;

import java.util.HashMap;
import java.util.Map;

/**
 * Says which device each frame of a day is from, though phones change their addresses. Frames of one address with gaps of
 * at most two seconds are one burst. An address belongs to the kind of radio of its fingerprint, and a kind counts as one
 * device, unless several makers' addresses keep coming back in it, or addresses of it take turns within a burst: then it
 * counts as many as spoke at once. What one address sends is of one device, so kinds that are first heard from a known address
 * are forms of its device. Without a fingerprint every address is a device.
 */
final class Devices {
    static final int BURST_MILLIS = 2_000;
    /** From here on, an address that comes back is somebody who stayed, not chance. */
    private static final int CAME_BACK_MILLIS = 300_000;

    private final Addresses addresses = new Addresses();
    private final Kinds kinds = new Kinds();
    private final Twins twins = new Twins();
    private final Map<Integer, Long> owners = new HashMap<>();
    private int count;

    /**
     * The device of a frame.
     *
     * @param turns of the receiver that heard it
     * @param lasting true if the address is a maker's and not one that a phone made up
     * @param fingerprint of the frame, 0 if there is none
     * @param millis since the day's zero
     * @return a number that is the same for all frames of one device this day
     */
    int of(Turns turns, long address, boolean lasting, long fingerprint, int millis) {
        int at = addresses.place(address, lasting, millis);
        if (at < 0) {
            return unknown(address);
        }
        boolean begins = millis - addresses.last(at) > BURST_MILLIS;
        int device = addresses.device(at);
        if (device < 0) {
            device = deviceOf(fingerprint);
            addresses.device(at, device);
        }
        if (fingerprint != 0 && begins) {
            device = again(at, address, lasting, fingerprint, millis);
        }
        if (fingerprint != 0) {
            device = apart(turns, at, address, device, millis);
        }
        addresses.heard(at, millis);
        return device;
    }

    /** A device by its address alone, below zero: those that are numbered are above. */
    private static int unknown(long address) {
        return Long.hashCode(address) | Integer.MIN_VALUE;
    }

    private int deviceOf(long fingerprint) {
        int known = fingerprint == 0 ? -1 : kinds.deviceOf(fingerprint, count);
        return known < 0 || known == count ? count++ : known;
    }

    private int again(int at, long address, boolean lasting, long fingerprint, int millis) {
        int device = addresses.device(at);
        boolean shared = kinds.deviceOf(fingerprint, device) == twins.firstOf(device);
        boolean cameBack = lasting && millis - addresses.first(at) >= CAME_BACK_MILLIS;
        return shared && cameBack ? owned(at, address, device) : device;
    }

    /** The first lasting address of a kind is the kind's device; each other one that comes back is a device of its own. */
    private int owned(int at, long address, int device) {
        Long owner = owners.putIfAbsent(device, address);
        if (owner == null || owner == address) {
            return device;
        }
        addresses.device(at, count);
        return count++;
    }

    /** The device itself, or a twin of it if another address of the device spoke while this one did. */
    private int apart(Turns turns, int at, long address, int device, int millis) {
        int since = turns.heard(device, address, millis);
        if (since < 0) {
            return device;
        }
        int twin = twins.otherThan(device, any -> turns.isSilentSince(any, since));
        if (twin < 0) {
            if (!twins.add(device, count)) {
                return device;
            }
            twin = count++;
        }
        addresses.device(at, twin);
        turns.heard(twin, address, millis);
        return twin;
    }

    /** Addresses in memory. */
    int addresses() {
        return addresses.size();
    }
}
