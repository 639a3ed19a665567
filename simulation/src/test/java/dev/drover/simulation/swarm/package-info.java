/** Tests of runs by seed. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.swarm;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
