/** Why a publication was made: structured reasons that print as sentences. */
@NullMarked
@CheckReturnValue
package dev.drover.api.cause;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
