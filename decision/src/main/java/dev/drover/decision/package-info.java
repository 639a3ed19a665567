/**
 * Decides: from the steering policy, what was observed, the orders and where the last decision stood, to who owns
 * every slot, and why. Pure: no I/O, no clock, no dice, no logging. Start reading at {@link dev.drover.decision.Decider}.
 */
@NullMarked
@CheckReturnValue
package dev.drover.decision;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
