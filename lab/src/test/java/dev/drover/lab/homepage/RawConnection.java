package dev.drover.lab.homepage;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One keep-alive connection, as plain as possible, so that a test sees exactly what happens on it. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;

    record Answer(int status, Map<String, String> headers, String body) {}

    private final Socket socket = new Socket();

    RawConnection(int port) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    }

    Answer get(String path, String... headers) throws IOException {
        send("GET", path, "", headers);
        return read();
    }

    void send(String method, String path, String body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nhost: lab\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("content-length: ").append(body.length()).append("\r\n\r\n").append(body);
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
    }

    Answer read() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int status = Integer.parseInt(line(in).split(" ", -1)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        byte[] body = new byte[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
        in.readFully(body);
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    /** What is read within so long, where silence is what is expected. */
    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed after '" + line + "'");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
