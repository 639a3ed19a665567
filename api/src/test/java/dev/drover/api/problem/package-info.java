/** Tests of the errors that callers are told of. */
@NullMarked
@CheckReturnValue
package dev.drover.api.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
