/** Tests of the election in memory. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.election.memory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
