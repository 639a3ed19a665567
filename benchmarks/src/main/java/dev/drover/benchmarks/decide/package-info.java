/** How long a whole decision takes. */
@NullMarked
@CheckReturnValue
package dev.drover.benchmarks.decide;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
