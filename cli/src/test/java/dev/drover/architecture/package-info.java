/** The rules of the whole code base, and that they bite. */
@NullMarked
@CheckReturnValue
package dev.drover.architecture;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
