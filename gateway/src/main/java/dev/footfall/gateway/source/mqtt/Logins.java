package dev.footfall.gateway.source.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges logins off the event loop, one after the other: comparing passwords is made to be slow, and no sensor must wait
 * for it. More logins than can be judged soon are sent away to come again. Belongs to the event loop.
 */
final class Logins {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
    private static final int MOST_WAITING = 256;

    private final Vertx vertx;
    private final Credentials credentials;
    private int waiting;

    Logins(Vertx vertx, Credentials credentials) {
        this.vertx = vertx;
        this.credentials = credentials;
    }

    /** Calls back on the event loop if the client may come in, and is still there by then. */
    void judge(MqttEndpoint endpoint, Consumer<MqttEndpoint> mayComeIn) {
        if (waiting >= MOST_WAITING) {
            endpoint.reject(
                    isOld(endpoint)
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE
                            : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY);
            return;
        }
        waiting++;
        boolean[] gone = {false};
        endpoint.closeHandler(ignored -> gone[0] = true);
        vertx.executeBlocking(() -> credentials.mayConnect(endpoint.auth())).onComplete(answer -> {
            waiting--;
            if (!gone[0]) {
                answered(endpoint, answer, mayComeIn);
            }
        });
    }

    private static void answered(MqttEndpoint endpoint, AsyncResult<Boolean> answer, Consumer<MqttEndpoint> mayComeIn) {
        if (answer.failed()) {
            LOG.error("The login of client [{}] could not be judged", endpoint.clientIdentifier(), answer.cause());
            endpoint.close();
        } else if (answer.result()) {
            mayComeIn.accept(endpoint);
        } else {
            LOG.warn("Client [{}] was refused: user name or password is wrong.", endpoint.clientIdentifier());
            endpoint.reject(
                    isOld(endpoint)
                            ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED
                            : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5);
        }
    }

    private static boolean isOld(MqttEndpoint endpoint) {
        return endpoint.protocolVersion() < 5;
    }
}
