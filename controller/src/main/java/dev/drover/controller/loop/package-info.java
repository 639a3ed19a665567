/** The controller's loop: gather, decide, store, publish; and what it knows meanwhile. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.loop;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
