/** The command {@code drover}: what it is called with, and how it ends. */
@NullMarked
@CheckReturnValue
package dev.drover.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
