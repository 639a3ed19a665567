/** What decided a publication: evidence, limits, guards, and what was not done instead. */
@NullMarked
@CheckReturnValue
package dev.drover.api.receipt;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
