/** Where a command runs. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.terminal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
