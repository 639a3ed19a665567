/** The command as people call it, against a controller that answers what a test wrote. */
@NullMarked
@CheckReturnValue
package dev.drover.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
