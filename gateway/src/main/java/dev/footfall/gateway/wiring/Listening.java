package dev.footfall.gateway.wiring;

import dev.footfall.store.StoreConfig;
import io.vertx.core.Future;
import java.util.concurrent.CompletionException;

/** Opening an address, or saying why not. */
final class Listening {
    private Listening() {}

    /**
     * The port.
     *
     * @param key what the configuration calls the address
     * @throws StartProblem if it cannot be listened on
     */
    static int bound(Future<Integer> listening, String key, StoreConfig.Address address) {
        try {
            return await(listening);
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StartProblem(
                    key + " [" + address + "] cannot be listened on (" + cause.getMessage()
                            + "): stop the program that uses it, or choose another port",
                    cause);
        }
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
