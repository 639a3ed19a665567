/** Runs by seed: which fleet, which faults, what is checked, what was reached. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.swarm;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
