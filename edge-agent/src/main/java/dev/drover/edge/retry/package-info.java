/** How many failed requests may be tried again. Pure. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.retry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
