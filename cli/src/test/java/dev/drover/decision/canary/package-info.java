/** A class that breaks the rules of the core, so that a test can see them bite. */
@NullMarked
@CheckReturnValue
package dev.drover.decision.canary;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
