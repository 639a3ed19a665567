/** How values look as text: tables, bars, ages, colours; pure. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
