/** Faults planted into production's compiled classes, each of which a promise must catch. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.mutant;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
