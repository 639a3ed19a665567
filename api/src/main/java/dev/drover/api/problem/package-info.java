/** Problem details (RFC 9457): every error that a caller can be told of. */
@NullMarked
@CheckReturnValue
package dev.drover.api.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
