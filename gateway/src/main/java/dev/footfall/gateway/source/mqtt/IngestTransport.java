package dev.footfall.gateway.source.mqtt;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.spi.transport.Transport;
import java.util.List;

/**
 * The NIO transport with two handlers next to every accepted socket: acknowledgements of one commit are flushed together
 * (one system call instead of one each), and reading stops while the intake is full. vertx-mqtt offers neither.
 */
final class IngestTransport implements Transport {
    private static final int FLUSHES_TOGETHER = 2048;

    private final ReadGate gate;

    IngestTransport(ReadGate gate) {
        this.gate = gate;
    }

    @Override
    public IoHandlerFactory ioHandlerFactory() {
        return NioIoHandler.newFactory();
    }

    @Override
    public DatagramChannel datagramChannel() {
        return new NioDatagramChannel();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface asks for it
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return new NioDatagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
        return NioSocketChannel::new;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return () -> new IngestServerChannel(gate);
    }

    private static final class IngestServerChannel extends NioServerSocketChannel {
        private final ChannelHandler gate;

        IngestServerChannel(ChannelHandler gate) {
            this.gate = gate;
        }

        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            int before = accepted.size();
            int read = super.doReadMessages(accepted);
            for (Object connection : accepted.subList(before, accepted.size())) {
                ((Channel) connection)
                        .pipeline()
                        .addLast("acknowledge-together", new FlushConsolidationHandler(FLUSHES_TOGETHER, true))
                        .addLast("read-gate", gate);
            }
            return read;
        }
    }
}
