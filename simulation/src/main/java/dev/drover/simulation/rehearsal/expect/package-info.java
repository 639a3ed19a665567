/** What may be expected of a scenario. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.rehearsal.expect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
