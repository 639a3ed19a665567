/** What is asked of a controller's loop, on stores in memory and a clock that stands still. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.loop;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
