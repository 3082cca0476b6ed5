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
        return uplink.lastStatus()
                .map(status -> status.online() ? "online" : "offline")
                .orElse("");
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
