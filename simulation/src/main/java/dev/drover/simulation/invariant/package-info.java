/** What must hold at every moment, each with its id. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.invariant;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
