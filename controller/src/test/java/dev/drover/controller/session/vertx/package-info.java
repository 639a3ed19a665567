/** Tests of sessions over real sockets. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.session.vertx;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
