/** What the choice of a region costs a user's request. */
@NullMarked
@CheckReturnValue
package dev.drover.benchmarks.pick;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
