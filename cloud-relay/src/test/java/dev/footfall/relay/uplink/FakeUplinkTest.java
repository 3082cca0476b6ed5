package dev.footfall.relay.uplink;

import java.util.List;

class FakeUplinkTest extends UplinkContract {
    private final FakeUplink uplink = new FakeUplink();

    @Override
    protected Uplink uplink() {
        return uplink;
    }

    @Override
    protected List<String> arrived() {
        return uplink.ids();
    }

    @Override
    protected String statusSeen() {
        return uplink.status() == null ? "" : uplink.status().online() ? "online" : "offline";
    }

    @Override
    protected void breakLink() {
        uplink.breakDown();
    }

    @Override
    protected void healLink() {
        uplink.heal();
    }
}
