/** Virtual time: events in order, clocks of nodes, seeded dice. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.engine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
