/** Tests of the sentences of causes. */
@NullMarked
@CheckReturnValue
package dev.drover.api.cause;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
