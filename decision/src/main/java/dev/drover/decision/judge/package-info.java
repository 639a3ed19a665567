/** From observations to a verdict for each region. */
@NullMarked
@CheckReturnValue
package dev.drover.decision.judge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
