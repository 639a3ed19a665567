package dev.drover.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("realtime")
class StreamingTest {

    private static final int PART_BYTES = 64 * 1024;
    /** More than the kernel's buffers of two connections take. */
    private static final long BODY_BYTES = 1024L * PART_BYTES;

    private static final int SMALL_BUFFER = 16 * 1024;
    private static final Duration STILL = Duration.ofMillis(400);

    private final AtomicLong moved = new AtomicLong();
    private TestEdge edge;

    @BeforeEach
    void open() throws Exception {
        edge = new TestEdge();
    }

    @AfterEach
    void close() throws Exception {
        edge.close();
    }

    @Test
    void answerIsReadNoFasterThanTheUserTakesIt() throws Exception {
        edge.east.answer = (TestRegion.Raw) this::writeAll;
        try (RawUser user = new RawUser(edge.port, SMALL_BUFFER)) {
            user.say("GET /film HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            awaitStandstill();
            assertThat(moved.get()).isPositive().isLessThan(BODY_BYTES / 2);

            user.hearUntil("\r\n\r\n");
            assertThat(count(user.in())).isEqualTo(BODY_BYTES);
        }
        await().untilAsserted(
                        () -> assertThat(edge.counted("east", Outcome.ANSWERED)).isEqualTo(1));
    }

    @Test
    void uploadIsReadNoFasterThanTheRegionTakesIt() throws Exception {
        var arrived = new CompletableFuture<HttpServerRequest>();
        edge.east.answer = (TestRegion.Raw) request -> {
            request.pause();
            arrived.complete(request);
        };
        try (RawUser user = new RawUser(edge.port)) {
            CompletableFuture<Void> said = CompletableFuture.runAsync(() -> upload(user));
            HttpServerRequest request = arrived.get(5, TimeUnit.SECONDS);
            awaitStandstill();
            assertThat(moved.get()).isPositive().isLessThan(BODY_BYTES / 2);

            AtomicLong received = new AtomicLong();
            request.handler(part -> received.addAndGet(part.length()))
                    .endHandler(all -> request.response().end("got " + received.get()))
                    .resume();
            said.get(10, TimeUnit.SECONDS);
            assertThat(user.hearUntil("got " + BODY_BYTES)).startsWith("HTTP/1.1 200");
        }
        assertThat(edge.steering.told).containsExactly("east succeeded");
    }

    @Test
    void headOfAnAnswerDoesNotWaitForItsBody() throws Exception {
        var arrived = new CompletableFuture<HttpServerRequest>();
        edge.east.answer = request -> {
            request.response().setChunked(true).writeHead();
            arrived.complete(request);
        };
        try (RawUser user = new RawUser(edge.port)) {
            user.say("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(user.hearUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");

            arrived.get(5, TimeUnit.SECONDS).response().write("tick");
            assertThat(user.hearUntil("tick\r\n")).isEqualTo("4\r\ntick\r\n");
        }
    }

    @Test
    void answerThatBreaksOffIsNotEndedForTheUser() throws Exception {
        edge.east.answer = request -> {
            request.response().setChunked(true).write("half");
            edge.vertx.setTimer(50, later -> request.connection().close());
        };
        try (RawUser user = new RawUser(edge.port)) {
            user.say("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(user.hearAll()).contains("half").doesNotEndWith("0\r\n\r\n");
            assertThat(user.wasReset()).isTrue();
        }
        await().untilAsserted(() -> assertThat(edge.steering.told).containsExactly("east succeeded", "user failed"));
        assertThat(edge.counted("east", Outcome.BROKEN)).isEqualTo(1);
        assertThat(edge.west.seen).isEmpty();
    }

    @Test
    void answerThatIsShorterThanSaidIsResetForAnOldClientToo() throws Exception {
        edge.east.answer = request -> {
            request.response().setChunked(true).write("half");
            edge.vertx.setTimer(50, later -> request.connection().close());
        };
        try (RawUser user = new RawUser(edge.port)) {
            user.say("GET / HTTP/1.0\r\n\r\n");
            assertThat(user.hearAll()).endsWith("half");
            assertThat(user.wasReset()).isTrue();
        }
    }

    @Test
    void userWhoLeavesInTheMiddleEndsTheRegionsAnswer() throws Exception {
        var gone = new CompletableFuture<Boolean>();
        edge.east.answer = (TestRegion.Raw) request -> {
            request.connection().closeHandler(closed -> gone.complete(true));
            writeAll(request);
        };
        try (RawUser user = new RawUser(edge.port, SMALL_BUFFER)) {
            user.say("GET /film HTTP/1.1\r\nHost: x\r\n\r\n");
            user.hearUntil("\r\n\r\n");
        }

        assertThat(gone.get(5, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(edge.steering.told).containsExactly("east succeeded"));
        assertThat(edge.counted("east", Outcome.ABANDONED)).isEqualTo(1);
    }

    @Test
    void userWhoLeavesInTheMiddleOfAnUploadEndsTheRegionsRequest() throws Exception {
        var gone = new CompletableFuture<Boolean>();
        edge.east.answer = (TestRegion.Raw) request -> {
            request.exceptionHandler(broken -> gone.complete(true));
            request.handler(part -> moved.addAndGet(part.length()));
        };
        try (RawUser user = new RawUser(edge.port)) {
            user.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of it");
            await().untilAsserted(() -> assertThat(moved).hasValue(10));
        }

        assertThat(gone.get(5, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(edge.steering.told).containsExactly("east abandoned"));
    }

    @Test
    void answerBeforeTheEndOfTheUploadReachesTheUser() throws Exception {
        edge.east.answer = (TestRegion.Raw)
                request -> request.response().setStatusCode(413).end("too much");
        try (RawUser user = new RawUser(edge.port)) {
            user.say("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\nhalf of it");
            assertThat(user.hearUntil("too much")).startsWith("HTTP/1.1 413");
            user.say("the other.GET /next HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(user.hearUntil("too much")).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void brokenChunkEndsBothConnections() throws Exception {
        var gone = new CompletableFuture<Boolean>();
        edge.east.answer = (TestRegion.Raw) request -> {
            request.exceptionHandler(broken -> gone.complete(true));
            request.handler(part -> moved.addAndGet(part.length()));
        };
        try (RawUser user = new RawUser(edge.port)) {
            user.say("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
            await().untilAsserted(() -> assertThat(moved).hasValue(4));
            user.say("zz\r\n");
            assertThat(user.hearAll()).isEmpty();
        }

        assertThat(gone.get(5, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(edge.steering.told).containsExactly("east abandoned"));
    }

    private void writeAll(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Length", Long.toString(BODY_BYTES));
        writeOn(response, Buffer.buffer(new byte[PART_BYTES]));
    }

    private void writeOn(HttpServerResponse response, Buffer part) {
        while (moved.get() < BODY_BYTES && !response.closed()) {
            response.write(part.copy());
            moved.addAndGet(PART_BYTES);
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> writeOn(response, part));
                return;
            }
        }
        if (!response.closed()) {
            response.end();
        }
    }

    private void upload(RawUser user) {
        try {
            user.say("POST /film HTTP/1.1\r\nHost: x\r\nContent-Length: " + BODY_BYTES + "\r\n\r\n");
            byte[] part = new byte[PART_BYTES];
            while (moved.addAndGet(PART_BYTES) <= BODY_BYTES) {
                user.say(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until nothing has moved for a while. */
    private void awaitStandstill() {
        long[] last = {-1};
        await().pollInterval(STILL).until(() -> {
            long before = last[0];
            last[0] = moved.get();
            return before == last[0] && before > 0;
        });
    }

    private static long count(InputStream in) throws IOException {
        byte[] buffer = new byte[PART_BYTES];
        long total = 0;
        int read = in.read(buffer);
        while (read >= 0) {
            total += read;
            read = in.read(buffer);
        }
        return total;
    }
}
