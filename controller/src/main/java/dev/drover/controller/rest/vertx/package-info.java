/** The listener of a controller: one HTTP server for REST, metrics and the agents' sessions. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.rest.vertx;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
