/** The operator's commands: see, evacuate, restore, explain. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.operator;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
