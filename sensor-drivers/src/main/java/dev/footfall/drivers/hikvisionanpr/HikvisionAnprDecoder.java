package dev.footfall.drivers.hikvisionanpr;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.xml.XmlBodies;
import dev.footfall.drivers.xml.XmlTree;
import java.util.Arrays;
import java.util.List;

/** An HTTP body to the plates in it. */
final class HikvisionAnprDecoder {
    static final String ROOT = "EventNotificationAlert";

    /** More than any camera posts at once. */
    private static final int MOST_ALERTS = 50;

    private HikvisionAnprDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        byte[] payload = withoutPictures(message.payload());
        Rejected tooLarge = PayloadLimit.refusal(payload);
        if (tooLarge != null) {
            return tooLarge;
        }
        List<String> documents = XmlBodies.find(payload, message.contentType(), ROOT);
        if (documents == null) {
            return new Rejected(Code.NOT_UTF8, "the XML is not text in the encoding it names; set the camera to UTF-8");
        }
        if (documents.isEmpty()) {
            return new Rejected(
                    Code.NOT_XML, "the payload has no XML in it; send " + ROOT + " XML, alone or as a part");
        }
        if (documents.size() > MOST_ALERTS) {
            return new Rejected(
                    Code.TOO_LARGE,
                    "the payload has more than " + MOST_ALERTS
                            + " notifications; post them as they come, one at a time");
        }
        ReadingList list = new ReadingList();
        String device = null;
        for (String document : documents) {
            switch (XmlTree.of(document)) {
                case XmlTree.Refused refused -> {
                    return refused.refusal();
                }
                case XmlTree.Read read -> {
                    if (!read.root().name().equals(ROOT)) {
                        return new Rejected(
                                Code.WRONG_FORMAT, "the XML is no " + ROOT + "; point the camera's alarm server at us");
                    }
                    PlateAlert alert = new PlateAlert(read.root(), context);
                    device = device == null ? alert.device() : device;
                    alert.decode(list);
                }
            }
        }
        return list.result(device);
    }

    /** The XML is the first part; the pictures behind it make the body large and are of no use. */
    private static byte[] withoutPictures(byte[] payload) {
        boolean parts = payload.length > PayloadLimit.BYTES && payload[0] == '-' && payload[1] == '-';
        return parts ? Arrays.copyOf(payload, PayloadLimit.BYTES) : payload;
    }
}
