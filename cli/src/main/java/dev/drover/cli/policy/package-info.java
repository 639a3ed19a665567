/** The commands about steering policies. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.policy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
