/** Slots: how a user key becomes one, and who owns each of an edge's 10,000. */
@NullMarked
@CheckReturnValue
package dev.drover.api.slot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
