/** From capacities and demand to the owner and understudy of every slot. */
@NullMarked
@CheckReturnValue
package dev.drover.decision.plan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
