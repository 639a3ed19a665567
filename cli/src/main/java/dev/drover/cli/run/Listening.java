package dev.drover.cli.run;

import dev.drover.cli.terminal.UsageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** Where a part listens. Until there is authentication: on loopback only, unless somebody insists. */
final class Listening {

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "ADDRESS",
            description = "The address to listen on; 127.0.0.1 if not given.")
    private String host = "127.0.0.1";

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
}
