package dev.drover.edge.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parser of users' requests. It refuses what the usual one mends.
 *
 * <p>A refused head reaches the server as an invalid request, which is answered and ends the connection; a refused body
 * ends the connection. Nothing that was sent behind it is read. The usual parser, given both framings, drops the
 * Content-Length without a word, so that nobody behind it could tell.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    /** Whoever sends a head a byte at a time holds a connection for so long at most. */
    static final Duration HEAD_TIME = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(StrictRequestDecoder.class);
    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final LongSupplier nanoClock;
    private final MessageScanner scanner = new MessageScanner();
    private long headBegunNanos = NOT_BEGUN;
    private boolean inBody;
    private boolean refused;

    /** A parser for one connection. */
    StrictRequestDecoder(HttpServerOptions options, LongSupplier nanoClock) {
        super(options);
        this.nanoClock = nanoClock;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        String fault = refused ? null : scanner.scan(buffer);
        if (fault == null && !inBody && isHeadLate()) {
            fault = "a head that takes longer than " + HEAD_TIME.toSeconds() + " s";
        }
        if (fault != null) {
            refuse(fault, out);
        }
        if (refused) {
            buffer.skipBytes(buffer.readableBytes());
            return;
        }
        int before = buffer.readableBytes();
        int size = out.size();
        super.decode(context, buffer, out);
        scanner.consumed(before - buffer.readableBytes());
        for (int i = size; i < out.size() && !refused; i++) {
            check(i, out);
        }
    }

    @Override
    protected void decodeLast(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (refused) {
            buffer.skipBytes(buffer.readableBytes());
        } else {
            super.decodeLast(context, buffer, out);
        }
    }

    /** A connection that fails ends here: told of it, the server stumbles over requests that still wait their turn. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.atTrace().setCause(cause).log("user connection failed");
        var unused = context.close();
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
    }

    private boolean isHeadLate() {
        long now = nanoClock.getAsLong();
        if (headBegunNanos == NOT_BEGUN) {
            headBegunNanos = now;
        }
        return now - headBegunNanos > HEAD_TIME.toNanos();
    }

    /** Looks at what the parser has made; what is refused takes the place of it and of all that follows. */
    private void check(int index, List<Object> out) {
        HttpObject made = (HttpObject) out.get(index);
        String fault = null;
        if (made.decoderResult().isFailure()) {
            refused = true;
        } else if (made instanceof HttpRequest request) {
            fault = begin(request);
        } else if (made instanceof LastHttpContent) {
            inBody = false;
            fault = scanner.endRequest() ? null : "a body that ends elsewhere than it should";
        }
        if (fault != null) {
            List<Object> dropped = out.subList(index, out.size());
            dropped.forEach(ReferenceCountUtil::release);
            dropped.clear();
            inBody = !(made instanceof HttpRequest);
            refuse(fault, out);
        }
    }

    private @Nullable String begin(HttpRequest request) {
        inBody = true;
        headBegunNanos = NOT_BEGUN;
        if (request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            scanner.expectChunks();
        }
        return HeadRules.faultOf(request);
    }

    private void refuse(String fault, List<Object> out) {
        refused = true;
        HttpObject invalid = inBody ? new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER) : createInvalidMessage();
        invalid.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(fault)));
        out.add(invalid);
    }
}
