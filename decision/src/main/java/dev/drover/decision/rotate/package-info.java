/** From verdicts and orders to how much of its users each region may have now. */
@NullMarked
@CheckReturnValue
package dev.drover.decision.rotate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
