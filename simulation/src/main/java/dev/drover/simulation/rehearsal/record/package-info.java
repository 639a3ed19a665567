/** What was to be seen during a rehearsal, as values over time. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.rehearsal.record;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
