/** How values look as text. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
