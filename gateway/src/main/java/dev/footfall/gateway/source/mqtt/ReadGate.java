package dev.footfall.gateway.source.mqtt;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Back-pressure as the unread socket: while the gate is shut no connection reads on, and TCP slows the senders down. One
 * gate serves all connections of the listener.
 */
@Sharable
final class ReadGate extends ChannelDuplexHandler {
    private final List<ChannelHandlerContext> held = new ArrayList<>();
    private boolean shut;

    @Override
    public void read(ChannelHandlerContext context) {
        synchronized (held) {
            if (shut) {
                held.add(context);
                return;
            }
        }
        context.read();
    }

    void shut() {
        synchronized (held) {
            shut = true;
        }
    }

    void open() {
        List<ChannelHandlerContext> go;
        synchronized (held) {
            shut = false;
            go = List.copyOf(held);
            held.clear();
        }
        go.forEach(context -> context.executor().execute(context::read));
    }
}
