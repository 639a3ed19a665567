/** Tests of what may stand in texts. */
@NullMarked
@CheckReturnValue
package dev.drover.api.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
