package dev.footfall.drivers.hikvision;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.xml.XmlBodies;
import dev.footfall.drivers.xml.XmlTree;
import java.util.List;

/** An HTTP body to the alerts in it. */
final class HikvisionDecoder {
    static final String ROOT = "EventNotificationAlert";

    private HikvisionDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        if (isJson(message.payload())) {
            return Metadata.decode(message.payload(), context);
        }
        List<String> documents = XmlBodies.find(message.payload(), message.contentType(), ROOT);
        if (documents == null) {
            return new Rejected(Code.NOT_UTF8, "the XML is not text in the encoding it names; set the camera to UTF-8");
        }
        if (documents.isEmpty()) {
            return noXml(message.payload());
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
                    Alert alert = new Alert(read.root(), context);
                    device = device == null ? alert.device() : device;
                    alert.decode(list);
                }
            }
        }
        return list.result(device);
    }

    private static Rejected noXml(byte[] payload) {
        return payload.length == 0
                ? new Rejected(Code.NOT_XML, "the payload is empty; send " + ROOT + " XML")
                : new Rejected(Code.NOT_XML, "the payload has no XML in it; send " + ROOT + " XML, alone or as a part");
    }

    private static boolean isJson(byte[] payload) {
        for (byte b : payload) {
            if (b > ' ') {
                return b == '{';
            }
        }
        return false;
    }
}
