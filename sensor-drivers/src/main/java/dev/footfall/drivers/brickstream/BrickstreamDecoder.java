package dev.footfall.drivers.brickstream;

import dev.footfall.drivers.DecodeContext;
import dev.footfall.drivers.DecodeResult;
import dev.footfall.drivers.DecodeResult.Code;
import dev.footfall.drivers.DecodeResult.Rejected;
import dev.footfall.drivers.Message;
import dev.footfall.drivers.PayloadLimit;
import dev.footfall.drivers.ReadingList;
import dev.footfall.drivers.ieee802.MacAddress;
import dev.footfall.drivers.xml.XmlBodies;
import dev.footfall.drivers.xml.XmlElement;
import dev.footfall.drivers.xml.XmlTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP body to the reports in it. */
final class BrickstreamDecoder {
    static final String ROOT = "Metrics";

    private BrickstreamDecoder() {}

    static DecodeResult decode(Message message, DecodeContext context) {
        Rejected tooLarge = PayloadLimit.refusal(message.payload());
        if (tooLarge != null) {
            return tooLarge;
        }
        List<String> documents = XmlBodies.find(message.payload(), message.contentType(), ROOT);
        if (documents == null) {
            return new Rejected(Code.NOT_UTF8, "the XML is not text in the encoding it names");
        }
        if (documents.isEmpty()) {
            return new Rejected(Code.NOT_XML, "the payload has no XML in it; send " + ROOT + " XML");
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
                        return new Rejected(Code.WRONG_FORMAT, "the XML is no " + ROOT + "; it is no Brickstream push");
                    }
                    device = device == null ? device(read.root()) : device;
                    new MetricsReport(read.root(), device, context).decode(list);
                }
            }
        }
        return list.result(device);
    }

    /** Serial number, else hardware address, else the ids the owner gave. */
    private static @Nullable String device(XmlElement root) {
        XmlElement properties = root.child("Properties");
        String serial = properties == null ? null : properties.text("SerialNumber");
        if (serial != null) {
            return serial;
        }
        String address = properties == null ? null : properties.text("MacAddress");
        String mac = address == null ? null : MacAddress.normalise(address);
        if (mac != null) {
            return mac;
        }
        String site = root.attribute("SiteId");
        String device = root.attribute("DeviceId");
        return device == null ? site : site == null ? device : site + "/" + device;
    }
}
