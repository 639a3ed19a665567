/** What every store promises. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
