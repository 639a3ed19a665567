/** The commands that run a part of Drover, or all of it, until they are stopped. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.run;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
