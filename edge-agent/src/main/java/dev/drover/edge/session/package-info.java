/** An agent's sessions to every controller. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
