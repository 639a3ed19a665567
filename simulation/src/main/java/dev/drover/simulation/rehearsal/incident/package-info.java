/** What may happen in a scenario. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.rehearsal.incident;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
