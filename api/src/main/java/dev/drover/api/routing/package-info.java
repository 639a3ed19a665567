/** What the leader publishes: the routing policy, and the slice of it that an edge gets. */
@NullMarked
@CheckReturnValue
package dev.drover.api.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
