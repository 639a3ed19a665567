/** Tests of the store in memory. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.store.memory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
