/** Tests. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.rehearsal.record;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
