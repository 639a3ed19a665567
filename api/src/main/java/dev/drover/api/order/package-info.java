/** What an operator asks for: durable, with author, reason and expiry. */
@NullMarked
@CheckReturnValue
package dev.drover.api.order;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
