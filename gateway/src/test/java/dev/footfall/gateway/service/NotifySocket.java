package dev.footfall.gateway.service;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * systemd's end of the notification socket. It shares nothing with the sending side, so that a wrong constant there
 * does not agree with itself here. Stands alone: {@code java NotifySocket.java PATH} prints what arrives, one line each.
 */
final class NotifySocket implements AutoCloseable {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final short POLLIN = 1;

    private final MethodHandle poll = function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private final MethodHandle receive =
            function("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private final Arena arena = Arena.ofShared();
    private final MemorySegment pollStruct = arena.allocate(8, 4);
    private final MemorySegment buffer = arena.allocate(4096);
    private final int socket;

    /** Listens at a path, or at {@code @name} in the abstract name space. */
    NotifySocket(String address) {
        byte[] name = address.getBytes(StandardCharsets.UTF_8);
        MemorySegment struct = arena.allocate(2L + name.length + (address.startsWith("@") ? 0 : 1), 2);
        struct.set(JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(name, 0, struct, JAVA_BYTE, 2, name.length);
        if (address.startsWith("@")) {
            struct.set(JAVA_BYTE, 2, (byte) 0);
        }
        socket = (int) call(
                function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)),
                AF_UNIX,
                SOCK_DGRAM,
                0);
        int bound = (int) call(
                function("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT)), socket, struct, (int)
                        struct.byteSize());
        if (socket < 0 || bound < 0) {
            throw new IllegalStateException("cannot listen at [" + address + "]");
        }
    }

    /** The next datagram, or empty if none comes in that time. */
    Optional<String> next(Duration wait) {
        pollStruct.set(JAVA_INT, 0, socket);
        pollStruct.set(JAVA_SHORT, 4, POLLIN);
        if ((int) call(poll, pollStruct, 1L, Math.toIntExact(wait.toMillis())) <= 0) {
            return Optional.empty();
        }
        int length = Math.toIntExact((long) call(receive, socket, buffer, buffer.byteSize(), 0));
        return Optional.of(new String(buffer.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        call(function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT)), socket);
        arena.close();
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) {
        try (NotifySocket socket = new NotifySocket(arguments[0])) {
            for (; ; ) {
                socket.next(Duration.ofDays(1)).ifPresent(message -> System.out.println(message.replace('\n', '\t')));
            }
        }
    }
}
