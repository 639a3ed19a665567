package dev.drover.controller.zookeeper;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Carries ZooKeeper's frames to a server and back, and can lose an answer, swallow everything, or cut the line. */
public final class FaultyLink implements AutoCloseable {

    /** ZooKeeper's code of a transaction. */
    public static final int TRANSACTION = 14;

    private static final int NOTHING = Integer.MIN_VALUE;

    private final int serverPort;
    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile int losing = NOTHING;
    private volatile boolean swallowing;

    /** A link to that port of loopback. */
    public FaultyLink(int serverPort) {
        this.serverPort = serverPort;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** What a client connects to. */
    public String servers() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + listening.getLocalPort();
    }

    /** Lets the next request of that kind through, and cuts the line instead of its answer. */
    public void loseAnswerTo(int requestCode) {
        losing = requestCode;
    }

    /** Whether the answer that was to be lost is lost. */
    public boolean hasLostIt() {
        return losing == NOTHING;
    }

    /** Neither lets anything through nor closes, until {@link #mend}. */
    public void swallow() {
        swallowing = true;
    }

    /** Lets new connections through again; the old ones are cut, as bytes of them are missing. */
    public void mend() {
        swallowing = false;
        cut();
    }

    /** Cuts all lines; new ones may be made. */
    public void cut() {
        open.forEach(FaultyLink::closed);
        open.clear();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                open.add(client);
                open.add(server);
                int[] lostRequest = {NOTHING};
                daemon(() -> carryUp(client, server, lostRequest));
                daemon(() -> carryDown(server, client, lostRequest));
            }
        } catch (IOException e) {
            // Closed, or the server is down: clients find out as they would without us.
            cut();
            if (!listening.isClosed()) {
                daemon(this::accept);
            }
        }
    }

    private void carryUp(Socket client, Socket server, int[] lostRequest) {
        carry(client, server, frame -> {
            if (frame.remaining() >= 8 && frame.getInt(4) == losing) {
                synchronized (lostRequest) {
                    lostRequest[0] = frame.getInt(0);
                }
            }
            return true;
        });
    }

    private void carryDown(Socket server, Socket client, int[] lostRequest) {
        carry(server, client, frame -> {
            synchronized (lostRequest) {
                if (frame.getInt(0) != lostRequest[0]) {
                    return true;
                }
            }
            losing = NOTHING;
            return false;
        });
    }

    private interface Passing {
        boolean mayPass(ByteBuffer frame);
    }

    private void carry(Socket from, Socket to, Passing passing) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            while (true) {
                byte[] frame = new byte[in.readInt()];
                in.readFully(frame);
                if (!passing.mayPass(ByteBuffer.wrap(frame))) {
                    return;
                }
                if (!swallowing) {
                    out.write(ByteBuffer.allocate(4 + frame.length)
                            .putInt(frame.length)
                            .put(frame)
                            .array());
                }
            }
        } catch (IOException e) {
            // One end is gone, and so is the other now.
        }
    }

    private static void closed(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-link");
        thread.setDaemon(true);
        thread.start();
    }
}
