/** The machines of the fleet: controllers and agents, each the production logic in a shell of virtual time. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.node;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
