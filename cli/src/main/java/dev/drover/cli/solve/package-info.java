/** {@code drover solve}: the solver by itself, from files to answers. */
@NullMarked
@CheckReturnValue
package dev.drover.cli.solve;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
