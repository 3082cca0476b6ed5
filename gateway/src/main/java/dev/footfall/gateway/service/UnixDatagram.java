package dev.footfall.gateway.service;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * Sends one datagram to a Unix socket. The JDK has stream sockets for Unix addresses but no datagram sockets, and
 * datagrams are what systemd listens for.
 */
final class UnixDatagram {
    private static final int AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int FAMILY_BYTES = 2;
    private static final int LONGEST_PATH = 108;

    private static final StructLayout ERRNO = Linker.Option.captureStateLayout();
    private static final MethodHandle SOCKET =
            function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle SEND_TO = function(
            "sendto", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private UnixDatagram() {}

    /**
     * Sends {@code payload} as one datagram; waits while the receiver's queue is full.
     *
     * @param address a path, or {@code @name} for an address in the abstract name space
     * @throws IOException if nobody listens there or the address is too long
     */
    static void send(String address, byte[] payload) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errno = arena.allocate(ERRNO);
            MemorySegment target = socketAddress(arena, address);
            MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, payload);
            int socket = (int) SOCKET.invokeExact(errno, AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
            check(socket, "socket", address, errno);
            try {
                long sent = (long) SEND_TO.invokeExact(
                        errno, socket, bytes, bytes.byteSize(), MSG_NOSIGNAL, target, (int) target.byteSize());
                check(sent, "sendto", address, errno);
            } finally {
                int ignored = (int) CLOSE.invokeExact(errno, socket);
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("calling the C library failed", e);
        }
    }

    /** A {@code struct sockaddr_un} cut to its used length: an abstract name has a leading and no closing zero byte. */
    static MemorySegment socketAddress(Arena arena, String address) throws IOException {
        boolean isAbstract = address.startsWith("@");
        byte[] name = (isAbstract ? address.substring(1) : address).getBytes(StandardCharsets.UTF_8);
        if (name.length + 1 > LONGEST_PATH) {
            throw new IOException("socket address [" + address + "] is longer than " + (LONGEST_PATH - 1) + " bytes");
        }
        MemorySegment struct = arena.allocate(FAMILY_BYTES + 1L + name.length, JAVA_SHORT.byteAlignment());
        struct.set(JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(name, 0, struct, JAVA_BYTE, FAMILY_BYTES + (isAbstract ? 1L : 0L), name.length);
        return struct;
    }

    private static void check(long result, String call, String address, MemorySegment errno) throws IOException {
        if (result < 0) {
            long offset = ERRNO.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
            throw new IOException(call + " to [" + address + "] failed with errno " + errno.get(JAVA_INT, offset));
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), descriptor, Linker.Option.captureCallState("errno"));
    }
}
