package dev.drover.controller.rest.vertx;

import dev.drover.api.json.Json;
import dev.drover.api.json.UnreadableJsonException;
import dev.drover.api.problem.FieldFault;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.text.Printable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request: JSON, whole, of a bounded size and within a bounded time. */
final class JsonBody {

    /** The largest body, in bytes. */
    static final int MAX_BYTES = 256 * 1024;

    private static final long READ_WITHIN_SECONDS = 15;
    private static final String JSON = "application/json";

    private JsonBody() {}

    /**
     * Reads the body; to be called before anything else is awaited.
     *
     * @return the value; fails with what the caller must be told
     */
    static <T> Future<T> read(HttpServerRequest request, Class<T> type) {
        checkType(request);
        return bytes(request).map(body -> parse(body, type));
    }

    private static void checkType(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (!JSON.equalsIgnoreCase(withoutParameters(type))) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type: " + (type == null ? "absent" : "'" + Printable.excerpt(type) + "'") + " (expected: "
                            + JSON + ")");
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding: '" + Printable.excerpt(encoding) + "' (expected: none)");
        }
    }

    private static String withoutParameters(@Nullable String type) {
        return type == null ? "" : type.split(";", 2)[0].strip();
    }

    private static Future<Buffer> bytes(HttpServerRequest request) {
        if (announcedBytes(request) > MAX_BYTES) {
            return Future.failedFuture(tooLarge());
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > MAX_BYTES) {
                whole.tryFail(tooLarge());
            } else {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(whole::tryFail);
        request.endHandler(end -> whole.tryComplete(body));
        return whole.future().timeout(READ_WITHIN_SECONDS, TimeUnit.SECONDS).recover(JsonBody::lateOr);
    }

    private static long announcedBytes(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "Content-Length: '" + Printable.excerpt(length) + "' (expected: a number)");
        }
    }

    private static Future<Buffer> lateOr(Throwable failure) {
        return Future.failedFuture(
                failure instanceof TimeoutException
                        ? RefusedRequestException.of(
                                408, "body: not whole after " + READ_WITHIN_SECONDS + " s", Exchange.LAST)
                        : failure);
    }

    private static RefusedRequestException tooLarge() {
        return RefusedRequestException.of(
                ProblemType.TOO_LARGE, "body: over " + MAX_BYTES + " bytes (expected: at most that)", Exchange.LAST);
    }

    private static <T> T parse(Buffer body, Class<T> type) {
        try {
            return Json.readWritten(utf8(body), type);
        } catch (UnreadableJsonException e) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    String.valueOf(e.getMessage()),
                    List.of(new FieldFault(e.pointer(), e.fault())));
        }
    }

    private static String utf8(Buffer body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableJsonException("", "not UTF-8 (expected: JSON in UTF-8)", e);
        }
    }
}
