/** Who may lead: a hint from outside, made certain by the epoch in the store. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.election;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
