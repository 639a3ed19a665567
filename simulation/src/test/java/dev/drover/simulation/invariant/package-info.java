/** Tests of the promises. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.invariant;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
