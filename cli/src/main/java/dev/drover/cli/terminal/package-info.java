/** Where a command runs: its streams, its environment, and whether a person is there. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.terminal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
