package dev.drover.lab.homepage;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/** Where a request says whose it is: the cookie, else the header, else the query; else nobody's in particular. */
final class UserKey {

    static final String COOKIE = "drover-user";
    static final String HEADER = "x-user-key";
    static final String PARAMETER = "user";
    static final String ANONYMOUS = "anonymous";

    private UserKey() {}

    /** The viewer; throws IllegalArgumentException if the key cannot be anybody's. */
    static Viewer of(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        if (cookie != null) {
            return new Viewer(cookie.getValue());
        }
        String header = request.getHeader(HEADER);
        if (header != null) {
            return new Viewer(header);
        }
        String parameter = request.getParam(PARAMETER);
        return new Viewer(parameter != null ? parameter : ANONYMOUS);
    }
}
