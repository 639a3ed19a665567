/** How the items of a scenario are read: each key known, each value in its range, each fault with its place. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.rehearsal.reading;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
