package dev.footfall.gateway.pipeline;

import dev.footfall.gateway.admission.Routed;
import dev.footfall.gateway.admission.SensorRouter;
import dev.footfall.gateway.intake.Arrival;
import dev.footfall.gateway.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole pipeline in event time, as fast as it goes: one thread reads and decodes, this one admits, folds and commits,
 * in the order of the capture, so that the same input gives the same output.
 */
public final class ReplayRun {
    private static final int CHUNK = 512;
    private static final int CHUNKS_AHEAD = 4;
    private static final int CHUNKS_PER_COMMIT = 32;
    /** A capture of few messages over months publishes many rows: they must not pile up in memory. */
    private static final int ROWS_PER_COMMIT = 20_000;

    private static final List<Routed> END = List.of();

    private final SensorRouter router;
    private final Processor processor;
    private final Journal journal;
    private long messages;
    private @Nullable Instant last;

    ReplayRun(SensorRouter router, Processor processor, Journal journal) {
        this.router = router;
        this.processor = processor;
        this.journal = journal;
    }

    /** What was replayed. */
    public record Summary(long messages, @Nullable Instant end) {}

    /** Where messages come from: calls the consumer once for each, in order, and returns at the end. */
    public interface Messages {
        void forEach(Consumer<Arrival> consumer);
    }

    /**
     * @param close true if the end of the messages closes what is open, as a day's end does; false to go on from there
     */
    public Summary run(Messages source, boolean close) throws InterruptedException {
        BlockingQueue<List<Routed>> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
        CompletableFuture<Void> decoded = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("replay-decode").start(() -> decode(source, chunks, decoded));
        int uncommitted = 0;
        for (List<Routed> chunk = chunks.take(); chunk != END; chunk = chunks.take()) {
            for (Routed message : chunk) {
                processor.process(message);
            }
            messages += chunk.size();
            last = chunk.getLast().arrival().at();
            if (++uncommitted == CHUNKS_PER_COMMIT || processor.commit().rows() > ROWS_PER_COMMIT) {
                commit(last);
                uncommitted = 0;
            }
        }
        succeeded(decoded);
        finish(close);
        return new Summary(messages, last);
    }

    private void finish(boolean close) {
        if (last == null) {
            return;
        }
        processor.tickTo(last);
        if (close) {
            processor.closeAll(last);
        }
        commit(last);
    }

    private void commit(Instant now) {
        if (!processor.commit().isEmpty()) {
            journal.commit(processor.commit(), now);
            processor.committed(now);
        }
    }

    /** What made the reading thread stop is this thread's failure too. */
    private static void succeeded(CompletableFuture<Void> decoded) {
        try {
            decoded.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void decode(Messages source, BlockingQueue<List<Routed>> chunks, CompletableFuture<Void> decoded) {
        List<Routed>[] filling = chunk();
        try {
            source.forEach(arrival -> {
                filling[0].add(router.route(arrival));
                if (filling[0].size() == CHUNK) {
                    put(chunks, filling[0]);
                    filling[0] = new ArrayList<>(CHUNK);
                }
            });
            if (!filling[0].isEmpty()) {
                put(chunks, filling[0]);
            }
            decoded.complete(null);
        } catch (RuntimeException | Error e) {
            decoded.completeExceptionally(e);
        } finally {
            put(chunks, END);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of one, for the lambda to replace
    private static List<Routed>[] chunk() {
        return new List[] {new ArrayList<>(CHUNK)};
    }

    private static void put(BlockingQueue<List<Routed>> chunks, List<Routed> chunk) {
        try {
            chunks.put(chunk);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }
}
