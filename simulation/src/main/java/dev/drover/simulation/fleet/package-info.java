/** The fleet as a whole, and what can happen to it. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.fleet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
