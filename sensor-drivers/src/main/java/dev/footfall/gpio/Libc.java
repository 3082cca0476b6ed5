package dev.footfall.gpio;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/** The five calls of the C library that reading lines needs. Results below 0 are {@code -errno}. */
final class Libc {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;
    static final int EINVAL = 22;

    private static final int O_RDWR_CLOEXEC = 0x80000 | 2;
    private static final short POLLIN = 1;
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN = variadic("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle IOCTL =
            variadic("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
    private static final MethodHandle READ =
            plain("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle POLL =
            plain("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle CLOSE = plain("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private Libc() {}

    static int open(String path) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            return result((int) OPEN.invokeExact(state, arena.allocateFrom(path), O_RDWR_CLOEXEC), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int ioctl(int file, long request, MemorySegment argument) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            return result((int) IOCTL.invokeExact(state, file, request, argument), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int read(int file, MemorySegment into) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            return result((int) (long) READ.invokeExact(state, file, into, into.byteSize()), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** 1 if there is something to read, 0 if nothing came in time. */
    static int awaitInput(int file, int waitMillis) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment poll = arena.allocate(8, 4);
            poll.set(JAVA_INT, 0, file);
            poll.set(JAVA_SHORT, 4, POLLIN);
            return result((int) POLL.invokeExact(state, poll, 1L, waitMillis), state);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void close(int file) {
        try (Arena arena = Arena.ofConfined()) {
            int ignored = (int) CLOSE.invokeExact(arena.allocate(STATE), file);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private static int result(int returned, MemorySegment state) {
        return returned < 0 ? -state.get(JAVA_INT, ERRNO) : returned;
    }

    private static RuntimeException unexpected(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("calling the C library failed", e);
    }

    private static MethodHandle plain(String name, FunctionDescriptor descriptor) {
        return function(name, descriptor, Linker.Option.captureCallState("errno"));
    }

    private static MethodHandle variadic(String name, FunctionDescriptor descriptor) {
        return function(name, descriptor, Linker.Option.captureCallState("errno"), Linker.Option.firstVariadicArg(2));
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor, options);
    }
}
