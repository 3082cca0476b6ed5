package dev.footfall.gateway.pipeline;

import dev.footfall.drivers.DriverCatalog;
import dev.footfall.gateway.admission.Admission;
import dev.footfall.gateway.admission.Members;
import dev.footfall.gateway.admission.Pseudonyms;
import dev.footfall.gateway.admission.SensorRouter;
import dev.footfall.gateway.api.AlertView;
import dev.footfall.gateway.api.AuditView;
import dev.footfall.gateway.api.MarkerView;
import dev.footfall.gateway.api.StoreView;
import dev.footfall.gateway.intake.Intake;
import dev.footfall.gateway.journal.Journal;
import dev.footfall.gateway.journal.JournalReader;
import dev.footfall.gateway.journal.MemberTable;
import dev.footfall.gateway.journal.SqliteOutbox;
import dev.footfall.gateway.observability.GatewayMetrics;
import dev.footfall.gateway.service.VitalSign;
import dev.footfall.store.StoreConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The path from arrival to commit, put together: for living with a writer of its own, or for replaying captures. */
public final class Pipeline implements AutoCloseable {
    private final SensorRouter router;
    private final Processor processor;
    private final Journal journal;
    private final JournalReader writersReader;
    private final SqliteOutbox outbox;
    private @Nullable Writer writer;
    private Supplier<@Nullable LiveBoard> beginBoard = () -> null;
    private @Nullable LiveBoard board;
    private @Nullable Notebook notebook;

    private Pipeline(StoreConfig config, Journal journal, Pseudonyms pseudonyms) {
        this.journal = journal;
        this.router = new SensorRouter(config, DriverCatalog.all(), pseudonyms);
        Path folder = folder(journal);
        this.writersReader = JournalReader.open(folder);
        this.outbox = new SqliteOutbox(journal);
        Members members = new Members(pseudonyms, config.privacy().returningDays(), MemberTable.kept(writersReader));
        this.processor = new Processor(
                new Admission(config.calendar(), DayBook.GRACE, pseudonyms, members),
                members,
                new DayBook(config, writersReader),
                new SensorBoard(config, writersReader),
                pseudonyms);
        processor.recover();
    }

    private static Path folder(Journal journal) {
        Path folder = journal.database().getParent();
        return folder == null ? Path.of(".") : folder;
    }

    /** For captures; nothing is served. */
    public static Pipeline replaying(StoreConfig config, Journal journal) {
        return new Pipeline(config, journal, new Pseudonyms(null));
    }

    /** For a running gateway. Folds what the journal holds; call {@link #start} to begin. */
    public static Pipeline living(
            StoreConfig config, Journal journal, Pseudonyms pseudonyms, GatewayMetrics metrics, InstantSource clock) {
        Pipeline pipeline = new Pipeline(config, journal, pseudonyms);
        Writer writer = new Writer(
                pipeline.router, pipeline.processor, journal, pipeline.outbox, metrics, clock, pipeline::draw);
        pipeline.beginBoard = () -> new LiveBoard(
                config,
                pipeline.processor,
                journal,
                JournalReader.open(folder(journal)),
                pipeline.outbox,
                clock,
                writer);
        pipeline.writer = writer;
        pipeline.notebook =
                new Notebook(journal, JournalReader.open(folder(journal)), pipeline.processor, writer, clock);
        metrics.gauge("footfall.intake.waiting", "Messages waiting for the writer", writer::waiting);
        return pipeline;
    }

    /** Draws up the first figures, of whatever is known by now, and starts the writer. */
    public void start() {
        board = beginBoard.get();
        writer().start();
    }

    private void draw() {
        if (board != null) {
            board.draw();
        }
    }

    /** Runs messages through in event time; before {@link #start}, on the calling thread. */
    public ReplayRun.Summary replay(ReplayRun.Messages messages, boolean close) throws InterruptedException {
        return new ReplayRun(router, processor, journal).run(messages, close);
    }

    /**
     * Goes on with another configuration that has the same sensors. The writer takes it between two commits; messages wait
     * meanwhile and are neither lost nor counted twice. Completes when figures are by it.
     */
    public CompletionStage<StoreConfig> reconfigure(StoreConfig config) {
        LiveBoard showing = board;
        return writer().ask(() -> {
            processor.reconfigure(config, writer()::alive);
            if (showing != null) {
                showing.reconfigure(config);
            }
            return config;
        });
    }

    public Intake intake() {
        return writer();
    }

    public VitalSign vitalSign() {
        return writer().vitalSign();
    }

    public StoreView view() {
        if (board == null) {
            throw new IllegalStateException("a replay serves nothing");
        }
        return board;
    }

    /** Open exceptions. */
    public AlertView alerts() {
        if (board == null) {
            throw new IllegalStateException("a replay serves nothing");
        }
        return board;
    }

    /** Counts by hand. */
    public AuditView audits() {
        return notebook();
    }

    /** Event markers. */
    public MarkerView markers() {
        return notebook();
    }

    private Notebook notebook() {
        if (notebook == null) {
            throw new IllegalStateException("a replay serves nothing");
        }
        return notebook;
    }

    public SqliteOutbox outbox() {
        return outbox;
    }

    private Writer writer() {
        if (writer == null) {
            throw new IllegalStateException("a replay has no writer");
        }
        return writer;
    }

    /** Commits what is waiting and ends. The journal stays open. */
    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
        if (board != null) {
            board.close();
        }
        if (notebook != null) {
            notebook.close();
        }
        outbox.close();
        writersReader.close();
    }
}
