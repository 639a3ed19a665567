/** When an agent acts on a contingency by itself, and when it stops. Pure. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.overlay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
