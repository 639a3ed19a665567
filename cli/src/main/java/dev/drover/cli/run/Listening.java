package dev.drover.cli.run;

import dev.drover.cli.terminal.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** Where a part listens. Until there is authentication: on loopback only, unless somebody insists. */
final class Listening {

    static final String LOOPBACK = "127.0.0.1";

    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--host",
            defaultValue = LOOPBACK,
            paramLabel = "ADDRESS",
            description = "The address to listen on; 127.0.0.1 if not given.")
    private String host = LOOPBACK;

    @Option(
            names = "--listen-insecurely",
            description = "Allow other addresses than loopback. There is no authentication yet: whoever can connect"
                    + " can steer. For containers and closed networks.")
    private boolean insecurely;

    /** The address; throws UsageException if it is not loopback and nobody insisted. */
    String host() {
        try {
            if (!insecurely && !InetAddress.getByName(host).isLoopbackAddress()) {
                throw new UsageException("--host " + host + " is not loopback, and there is no authentication yet"
                        + " (expected: 127.0.0.1, or --listen-insecurely in a closed network)");
            }
        } catch (UnknownHostException e) {
            throw new UsageException("--host " + host + " (expected: an address of this machine)", e);
        }
        return host;
    }

    /**
     * Looks whether somebody could listen there, so that who cannot is told which port it is and what it is for.
     *
     * @param port 0 for any free one
     * @throws UsageException if not
     */
    static void requireFree(String host, int port, String what) {
        if (port < 0 || port > MAX_PORT) {
            throw new UsageException("port " + port + " (" + what + ") (expected: 0 to " + MAX_PORT + ")");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new UsageException(
                    "cannot listen on " + host + ":" + port + " (" + what + "): " + e.getMessage()
                            + " (expected: a port of this machine that nobody has)",
                    e);
        }
    }
}
