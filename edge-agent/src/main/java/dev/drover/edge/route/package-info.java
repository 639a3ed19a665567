/** Where a user goes now, and the port between the agent and its proxy. Pure. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.route;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
