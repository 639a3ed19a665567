package dev.drover.lab.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("realtime")
class TcpLinkTest {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int A_WHILE_MILLIS = 200;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private NetServer echo;
    private TcpLink link;

    @BeforeEach
    void open() throws Exception {
        echo = vertx.createNetServer()
                .connectHandler(socket -> {
                    open.incrementAndGet();
                    socket.closeHandler(closed -> open.decrementAndGet());
                    socket.handler(bytes -> {
                        heard.addAndGet(bytes.length());
                        if (bytes.toString().equals("bye")) {
                            socket.close();
                        } else {
                            socket.write(bytes);
                        }
                    });
                })
                .listen(0, "127.0.0.1")
                .await(5, TimeUnit.SECONDS);
        link = TcpLink.start(vertx, "127.0.0.1", 0, "127.0.0.1", echo.actualPort())
                .await(5, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(address(), PATIENCE_MILLIS);
        return socket;
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), link.port());
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hear(Socket socket, int bytes) throws IOException {
        byte[] text = new byte[bytes];
        new DataInputStream(socket.getInputStream()).readFully(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(A_WHILE_MILLIS);
        assertThatThrownBy(() -> hear(socket, 1)).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    private void cut(Cut cut) throws Exception {
        link.cut(cut).await(5, TimeUnit.SECONDS);
    }

    private void heal() throws Exception {
        link.heal().await(5, TimeUnit.SECONDS);
    }

    @Test
    void aWholeLinkCarriesEverythingBothWays() throws Exception {
        try (Socket socket = connect()) {
            byte[] sent = new byte[3_000_000];
            new Random(1).nextBytes(sent);
            Thread writer = new Thread(() -> {
                try {
                    socket.getOutputStream().write(sent);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            writer.start();
            byte[] received = new byte[sent.length];
            new DataInputStream(socket.getInputStream()).readFully(received);
            writer.join();

            assertThat(received).isEqualTo(sent);
        }
    }

    @Test
    void whoClosesClosesTheOtherSide() throws Exception {
        try (Socket socket = connect()) {
            say(socket, "bye");
            assertThatThrownBy(() -> hear(socket, 1)).isInstanceOf(EOFException.class);
        }
        try (Socket socket = connect()) {
            say(socket, "hello");
            assertThat(hear(socket, 5)).isEqualTo("hello");
        }
        await().until(() -> open.get() == 0);
    }

    @Test
    void aResetCutEndsWhatIsOpenAndRefusesWhatIsNewUntilItIsHealedOnTheSamePort() throws Exception {
        int port = link.port();
        try (Socket socket = connect()) {
            say(socket, "hello");
            assertThat(hear(socket, 5)).isEqualTo("hello");

            cut(Cut.RESET);

            assertThatThrownBy(() -> hear(socket, 1))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            await().until(() -> open.get() == 0);
        }

        heal();
        assertThat(link.port()).isEqualTo(port);
        try (Socket socket = connect()) {
            say(socket, "again");
            assertThat(hear(socket, 5)).isEqualTo("again");
        }
    }

    @Test
    void aSilentCutHoldsEverythingUntilItIsHealed() throws Exception {
        try (Socket old = connect()) {
            say(old, "hello");
            assertThat(hear(old, 5)).isEqualTo("hello");

            cut(Cut.SILENT);

            try (Socket fresh = connect()) {
                say(old, "old");
                say(fresh, "fresh");
                assertSilent(old);
                assertSilent(fresh);
                assertThat(heard).hasValue(5);

                heal();

                assertThat(hear(old, 3)).isEqualTo("old");
                assertThat(hear(fresh, 5)).isEqualTo("fresh");
            }
        }
    }

    @Test
    void anEndIsNotHeardThroughASilentLink() throws Exception {
        try (Socket socket = connect()) {
            say(socket, "hello");
            assertThat(hear(socket, 5)).isEqualTo("hello");
            cut(Cut.SILENT);
        }

        try (Socket witness = connect()) {
            assertSilent(witness);
        }
        assertThat(open).hasValue(1);

        heal();
        await().until(() -> open.get() == 0);
    }

    @Test
    void aLinkCanBeSilentOneWay() throws Exception {
        try (Socket socket = connect()) {
            say(socket, "hello");
            assertThat(hear(socket, 5)).isEqualTo("hello");

            link.silence(Direction.FROM_TARGET).await(5, TimeUnit.SECONDS);
            say(socket, "there");
            await().until(() -> heard.get() == 10);
            assertSilent(socket);

            link.silence(Direction.TO_TARGET).await(5, TimeUnit.SECONDS);
            assertThat(hear(socket, 5)).isEqualTo("there");
            say(socket, "lost?");
            assertSilent(socket);
            assertThat(heard).hasValue(10);

            heal();
            assertThat(hear(socket, 5)).isEqualTo("lost?");
        }
    }

    @Test
    void aDelayedLinkTakesItsTimeBothWays() throws Exception {
        link.delay(new Delay(100, 20, 7)).await(5, TimeUnit.SECONDS);
        try (Socket socket = connect()) {
            long before = System.nanoTime();
            say(socket, "slow");

            assertThat(hear(socket, 4)).isEqualTo("slow");
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before))
                    .isGreaterThanOrEqualTo(200);
        }
    }

    @Test
    void aSilentLinkTakesNoMoreThanItMayHold() throws Exception {
        try (SocketChannel channel = SocketChannel.open(address())) {
            assertThat(channel.write(ByteBuffer.wrap("x".getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(1);
            await().until(() -> heard.get() == 1);
            cut(Cut.SILENT);
            channel.configureBlocking(false);
            AtomicInteger taken = new AtomicInteger();
            ByteBuffer chunk = ByteBuffer.allocate(256 * 1024);

            // Full when a while passes without a byte: the rest is the kernel's.
            await().during(A_WHILE_MILLIS, TimeUnit.MILLISECONDS).until(() -> {
                chunk.clear();
                return taken.addAndGet(channel.write(chunk)) >= 0 && chunk.position() == 0;
            });

            assertThat(taken.get()).isLessThan(40 * 1024 * 1024);
            heal();
            await().until(() -> heard.get() > OneWay.MAX_BYTES);
        }
    }

    @Test
    void aTargetThatIsNotThereResetsWhoConnects() throws Exception {
        echo.close().await(5, TimeUnit.SECONDS);
        try (Socket socket = connect()) {
            assertThatThrownBy(() -> hear(socket, 1)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void changesAskedForAtOnceHappenInTheirOrder() throws Exception {
        link.cut(Cut.RESET).onFailure(Throwable::printStackTrace);
        link.cut(Cut.SILENT).onFailure(Throwable::printStackTrace);
        link.cut(Cut.RESET).onFailure(Throwable::printStackTrace);
        heal();

        try (Socket socket = connect()) {
            say(socket, "hello");
            assertThat(hear(socket, 5)).isEqualTo("hello");
        }
        link.close().await(5, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class));
    }

    @Test
    void aPortThatSomebodyListensOnCannotBeTaken() {
        assertThatThrownBy(() -> TcpLink.start(vertx, "127.0.0.1", echo.actualPort(), "127.0.0.1", 1)
                        .await(5, TimeUnit.SECONDS))
                .isInstanceOf(IOException.class);
    }
}
