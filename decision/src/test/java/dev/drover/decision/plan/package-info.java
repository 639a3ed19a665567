/** What a plan promises, for random fleets in whatever state. */
@NullMarked
@CheckReturnValue
package dev.drover.decision.plan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
