package dev.footfall.gateway.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The data folder: the database, the lock that keeps a second gateway out, and the ballast, a file of zeros that is
 * deleted when the disk is full, because SQL alone cannot free space on a full disk.
 */
final class JournalFiles implements AutoCloseable {
    static final long BALLAST_BYTES = 16L << 20;
    private static final long BALLAST_NEEDS_FREE = 4 * BALLAST_BYTES;

    private final Path folder;
    private @Nullable FileChannel lockFile;
    private @Nullable FileLock lock;

    JournalFiles(Path folder) {
        this.folder = folder;
    }

    Path database() {
        return folder.resolve("footfall.db");
    }

    /** Makes the folder and takes the lock. */
    void claim() {
        try {
            Files.createDirectories(folder);
            lockFile = FileChannel.open(
                    folder.resolve("footfall.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException ignored) {
            lock = null;
        } catch (IOException e) {
            throw new JournalProblem(
                    "the data folder [" + folder + "] cannot be written (" + reason(e)
                            + "): give this user the right to write there, or name another folder with --data",
                    e);
        }
        if (lock == null) {
            throw new JournalProblem("the data folder [" + folder
                    + "] is in use by another gateway: stop that one, or name another folder with --data");
        }
    }

    /** Puts the ballast in place if there is ample room for it. */
    void fillBallast() {
        Path ballast = folder.resolve("ballast");
        try {
            if (Files.exists(ballast) || folder.toFile().getUsableSpace() < BALLAST_NEEDS_FREE) {
                return;
            }
            try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
                byte[] zeros = new byte[1 << 20];
                for (long written = 0; written < BALLAST_BYTES; written += zeros.length) {
                    file.write(zeros);
                }
            }
        } catch (IOException ignored) {
            dropBallast();
        }
    }

    /** @return true if there was ballast and it is gone now */
    boolean dropBallast() {
        try {
            return Files.deleteIfExists(folder.resolve("ballast"));
        } catch (IOException ignored) {
            return false;
        }
    }

    /** Moves a damaged database aside, never deleting it. */
    Path quarantine(String stamp) throws IOException {
        Path aside = folder.resolve("damaged-" + stamp);
        Files.createDirectories(aside);
        for (String name : new String[] {"footfall.db", "footfall.db-wal", "footfall.db-shm"}) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                Files.move(file, aside.resolve(name));
            }
        }
        return aside;
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : e.getClass().getSimpleName();
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.release();
            }
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException ignored) {
            // The lock ends with the process at the latest.
        }
    }
}
