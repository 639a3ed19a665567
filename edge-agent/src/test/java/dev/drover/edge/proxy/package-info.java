/** The proxy between real sockets: users on one side, two regions on the other. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.proxy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
