/** The store within one process: for a single node, and for the simulation. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.store.memory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
