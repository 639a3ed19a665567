/** How long the solver takes, beside a linear program. */
@NullMarked
@CheckReturnValue
package dev.drover.benchmarks.solve;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
