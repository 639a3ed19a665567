package dev.drover.edge.proxy;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Looks at the bytes of requests before the parser does, wherever the network has cut them. */
final class MessageScanner {

    private enum Part {
        HEAD,
        CHUNKS,
        TRAILER,
        /** What the parser delimits by itself: a body of a known length, or what it has not taken yet. */
        REST
    }

    private final HeadScanner head = new HeadScanner();
    private final ChunkScanner chunks = new ChunkScanner();
    private Part part = Part.HEAD;
    /** How many bytes that the parser has not taken yet were looked at. */
    private int ahead;

    /** Looks at what has come since the last call; gives what is wrong, or null. */
    @Nullable
    String scan(ByteBuf buffer) {
        int from = buffer.readerIndex() + ahead;
        if (part == Part.CHUNKS) {
            from = scanChunks(buffer, from);
        }
        if (part == Part.HEAD || part == Part.TRAILER) {
            from = scanLines(buffer, from);
        }
        ahead = from - buffer.readerIndex();
        return head.fault() == null ? chunks.fault() : head.fault();
    }

    /** The parser has taken so many bytes. */
    void consumed(int bytes) {
        ahead = Math.max(0, ahead - bytes);
    }

    /** The parser has read a head; chunks follow it. */
    void expectChunks() {
        part = Part.CHUNKS;
        chunks.expectChunks();
    }

    /** The parser has read a whole request; gives whether this agrees. */
    boolean endRequest() {
        boolean agreed = part == Part.REST;
        part = Part.HEAD;
        ahead = 0;
        head.expectHead();
        return agreed;
    }

    private int scanChunks(ByteBuf buffer, int from) {
        int at = from;
        while (at < buffer.writerIndex() && chunks.fault() == null && !chunks.hasEnded()) {
            int data = (int) Math.min(chunks.dataBytes(), buffer.writerIndex() - at);
            if (data > 0) {
                chunks.skip(data);
                at += data;
            } else {
                chunks.process(buffer.getByte(at++));
            }
        }
        if (chunks.hasEnded()) {
            part = Part.TRAILER;
            head.expectTrailer();
        }
        return at;
    }

    private int scanLines(ByteBuf buffer, int from) {
        int last = buffer.forEachByte(from, buffer.writerIndex() - from, head);
        if (head.hasEnded()) {
            part = Part.REST;
        }
        return last < 0 ? buffer.writerIndex() : last + 1;
    }
}
