package dev.drover.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StrictRequestDecoderTest {

    private static final List<String> PARTS = List.of(
            "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\r\na\r\n b\0c",
            "POST /b HTTP/1.1\r\nTransfer-Encoding: chunked\r\nHost: x\r\n\r\n3\r\n\n c\r\n0\r\nX: y\r\n\r\n",
            "\r\nHEAD /c HTTP/1.0\r\nX: a\tb\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\nX: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX: \0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc",
            "GET / HTTP/1.1\r\n\r\n");

    /** However the network cuts the bytes, the same requests come out. */
    @Property(tries = 300)
    void cuttingTheBytesChangesNothing(@ForAll("streams") String sent, @ForAll("cuts") List<Integer> cuts) {
        assertThat(read(sent, cuts)).isEqualTo(read(sent, List.of()));
    }

    @Property(tries = 300)
    void nothingIsReadBehindWhatIsRefused(@ForAll("streams") String sent, @ForAll("cuts") List<Integer> cuts) {
        List<String> read = read(sent, cuts);

        int refused = read.indexOf("refused");
        assertThat(refused < 0 || refused == read.size() - 1).isTrue();
    }

    @Property(tries = 500)
    void noBytesMakeItThrow(@ForAll("noise") byte[] noise, @ForAll("cuts") List<Integer> cuts) {
        assertThat(read(new String(noise, StandardCharsets.ISO_8859_1), cuts)).isNotNull();
    }

    @Example
    void headThatTricklesInIsRefusedInTime() {
        AtomicLong nanos = new AtomicLong();
        EmbeddedChannel channel = new EmbeddedChannel(new StrictRequestDecoder(new HttpServerOptions(), nanos::get));

        feed(channel, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        nanos.addAndGet(StrictRequestDecoder.HEAD_TIME.toNanos() * 5);
        feed(channel, "GET /2 HTTP/1.1\r\nHost");
        nanos.addAndGet(StrictRequestDecoder.HEAD_TIME.toNanos());
        feed(channel, ": ");
        nanos.addAndGet(1);
        feed(channel, "x\r\n\r\n");

        assertThat(told(channel)).containsExactly("GET /", "body ", "refused");
    }

    @Provide
    Arbitrary<String> streams() {
        return Arbitraries.of(PARTS).list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 40).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<byte[]> noise() {
        Arbitrary<String> plain = Arbitraries.of(PARTS);
        Arbitrary<List<Integer>> changes =
                Arbitraries.integers().between(0, 1 << 20).list().ofMaxSize(6);
        return Combinators.combine(plain, changes).as((text, edits) -> {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            edits.forEach(edit -> bytes[(edit >> 8) % bytes.length] = (byte) (int) edit);
            return bytes;
        });
    }

    private static List<String> read(String sent, List<Integer> cuts) {
        EmbeddedChannel channel = new EmbeddedChannel(new StrictRequestDecoder(new HttpServerOptions(), () -> 0));
        int from = 0;
        for (int cut : cuts) {
            int to = Math.min(sent.length(), from + cut);
            feed(channel, sent.substring(from, to));
            from = to;
        }
        feed(channel, sent.substring(from));
        return told(channel);
    }

    private static void feed(EmbeddedChannel channel, String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
    }

    /** The heads and the ends of bodies, in order; the parts of a body are put together. */
    private static List<String> told(EmbeddedChannel channel) {
        List<String> told = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (Object part = channel.readInbound(); part != null; part = channel.readInbound()) {
            if (part instanceof HttpRequest request) {
                boolean refused = request.decoderResult().isFailure();
                told.add(refused ? "refused" : request.method() + " " + request.uri());
            } else if (part instanceof HttpContent content) {
                body.append(content.content().toString(StandardCharsets.ISO_8859_1));
                if (content.decoderResult().isFailure()) {
                    told.add("broken");
                } else if (part instanceof LastHttpContent) {
                    told.add("body " + body);
                    body.setLength(0);
                }
                content.release();
            }
        }
        channel.finishAndReleaseAll();
        return told;
    }
}
