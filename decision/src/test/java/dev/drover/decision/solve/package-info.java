/** What the solver promises: by hand, against an independent linear program, and against all sets of regions. */
@NullMarked
@CheckReturnValue
package dev.drover.decision.solve;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
