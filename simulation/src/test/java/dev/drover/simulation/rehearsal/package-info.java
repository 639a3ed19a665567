/** Tests. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.rehearsal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
