/** What the leader has seen: reports by edge and agent, and what can be asked of them. */
@NullMarked
@CheckReturnValue
package dev.drover.decision.observe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
