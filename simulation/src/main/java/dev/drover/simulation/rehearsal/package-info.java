/** Policy tests: scenarios that people write, run by the fleet in virtual time. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.rehearsal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
