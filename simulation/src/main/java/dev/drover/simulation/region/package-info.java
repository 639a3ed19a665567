/** Regions that serve users: with a capacity, a latency, and faults. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.region;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
