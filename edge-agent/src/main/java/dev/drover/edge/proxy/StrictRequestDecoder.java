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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parser of users' requests. It refuses what the usual one mends.
 *
 * <p>A refused head reaches the server as an invalid request, which is answered and ends the connection; a refused body
 * ends the connection. Nothing that was sent behind it is read. The usual parser, given both framings, drops the
 * Content-Length without a word, so that nobody behind it could tell.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private final MessageScanner scanner = new MessageScanner();
    private boolean inBody;
    private boolean refused;

    StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        String fault = refused ? null : scanner.scan(buffer);
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

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Transfer-Encoding and Content-Length");
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
