/** Who is who: the names of services, regions, edges, agents, controllers and clusters. */
@NullMarked
@CheckReturnValue
package dev.drover.api.fleet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
