/** Where users go best: serve, cool and near solved exactly, in whole slots, and what to do if a region is lost. */
@NullMarked
@CheckReturnValue
package dev.drover.decision.solve;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
