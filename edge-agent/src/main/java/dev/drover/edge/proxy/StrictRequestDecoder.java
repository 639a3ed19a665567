package dev.drover.edge.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parser of users' requests. It refuses what the usual one mends.
 *
 * <p>A refused request reaches the server as an invalid one, which is answered and ends the connection; nothing that
 * was sent behind it is read. The usual parser, given both framings, drops the Content-Length without a word, so that
 * nobody behind it could tell.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private final HeadScanner scanner = new HeadScanner();
    private boolean refused;

    StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (refused) {
            buffer.skipBytes(buffer.readableBytes());
            return;
        }
        String fault = scanner.scan(buffer);
        if (fault != null) {
            refuse(createInvalidMessage(), fault, buffer, out);
            return;
        }
        int before = buffer.readableBytes();
        int size = out.size();
        super.decode(context, buffer, out);
        scanner.consumed(before - buffer.readableBytes());
        check(buffer, out, size);
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

    private void check(ByteBuf buffer, List<Object> out, int from) {
        for (int i = from; i < out.size(); i++) {
            Object part = out.get(i);
            if (part instanceof HttpRequest request) {
                String fault = faultOf(request);
                if (fault != null) {
                    out.subList(i, out.size()).clear();
                    refuse(request, fault, buffer, out);
                    return;
                }
            }
            if (part instanceof LastHttpContent) {
                scanner.restart();
            }
        }
    }

    private static @Nullable String faultOf(HttpRequest request) {
        return request.decoderResult().isFailure() ? null : HeadRules.faultOf(request);
    }

    private void refuse(HttpMessage message, String fault, ByteBuf buffer, List<Object> out) {
        refused = true;
        message.setDecoderResult(DecoderResult.failure(new IllegalArgumentException(fault)));
        out.add(message);
        buffer.skipBytes(buffer.readableBytes());
    }
}
