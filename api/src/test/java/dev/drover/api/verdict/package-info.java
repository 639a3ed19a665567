/** Tests of tallies. */
@NullMarked
@CheckReturnValue
package dev.drover.api.verdict;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
