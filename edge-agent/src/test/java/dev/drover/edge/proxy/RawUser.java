package dev.drover.edge.proxy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A user that says exactly what it is told, byte by byte, and hears everything until the connection ends. */
final class RawUser implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket = new Socket();
    private boolean reset;

    RawUser(int port) throws IOException {
        this(port, 0);
    }

    RawUser(int port, int receiveBufferBytes) throws IOException {
        if (receiveBufferBytes > 0) {
            socket.setReceiveBufferSize(receiveBufferBytes);
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    }

    void say(String text) throws IOException {
        say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Everything until the connection ends, one way or the other. */
    String hearAll() throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketException e) {
            reset = true;
        }
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** Everything until that text has come. */
    @CanIgnoreReturnValue
    String hearUntil(String end) throws IOException {
        StringBuilder heard = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (heard.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended after: " + heard);
            }
            heard.append((char) next);
        }
        return heard.toString();
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /** Whether the connection was reset instead of closed. */
    boolean wasReset() {
        return reset;
    }

    /** Resets the connection. */
    void hangUp() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Goes away without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
