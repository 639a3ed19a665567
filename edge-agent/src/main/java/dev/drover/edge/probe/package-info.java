/** The port through which an agent probes regions. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.probe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
