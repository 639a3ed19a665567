/** The prober against servers that serve, and servers that do not. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.probe.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
