/** An agent as it is deployed: core, prober, proxy and admin pages on one event loop. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.node;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
