package dev.footfall.drivers.ieee802;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fingerprint of a frame of which only the elements' ids and the vendors are told, as lists of numbers. */
public final class ElementList {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int BYTES_OF_VENDOR = 3;

    private ElementList() {}

    /**
     * The fingerprint of the list's field and the vendors' field; 0 if there are no ids. Comparable with other rows, not
     * with whole frames, for lengths and contents are missing.
     *
     * @param ids for example {@code [0, 1, 50, 45]}
     * @param vendors for example {@code [20722, 4120]}
     */
    public static long fingerprint(String ids, String vendors) {
        Fingerprint fingerprint = new Fingerprint();
        Matcher id = NUMBER.matcher(ids);
        while (id.find()) {
            int element = Integer.parseInt(id.group());
            if (element != Elements.SSID && element != Elements.DS) {
                fingerprint.listed(element, 0);
            }
        }
        Matcher vendor = NUMBER.matcher(vendors);
        while (vendor.find()) {
            int oui = Integer.parseInt(vendor.group());
            byte[] bytes = {(byte) (oui >> 16), (byte) (oui >> 8), (byte) oui};
            fingerprint.field(Fingerprint.VENDOR, bytes, 0, BYTES_OF_VENDOR);
        }
        return fingerprint.value();
    }
}
