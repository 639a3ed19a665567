package dev.drover.controller.rest.vertx;

import dev.drover.api.json.Json;
import dev.drover.api.rest.Page;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param status 200 to 599, or 101 if something else than an answer became of the request
 * @param mediaType of the body
 * @param body the text; empty if there is none
 * @param headers beside those that every answer has
 */
record Answer(int status, String mediaType, String body, Map<String, String> headers) {

    private static final String JSON = "application/json";
    private static final int SWITCHED = 101;

    static Answer of(Object view) {
        return new Answer(200, JSON, Json.write(view), Map.of());
    }

    static Answer page(List<?> items) {
        return of(new Page<>(items));
    }

    static Answer created(Object view, String location) {
        return new Answer(201, JSON, Json.write(view), Map.of("Location", location));
    }

    static Answer text(String mediaType, String text) {
        return new Answer(200, mediaType, text, Map.of());
    }

    /** The connection is a session now. */
    static Answer switched() {
        return new Answer(SWITCHED, "", "", Map.of());
    }

    boolean isSwitched() {
        return status == SWITCHED;
    }

    Future<Answer> now() {
        return Future.succeededFuture(this);
    }
}
