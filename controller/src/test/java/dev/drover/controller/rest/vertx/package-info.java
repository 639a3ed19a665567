/** Tests of the listener over real sockets. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.rest.vertx;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
