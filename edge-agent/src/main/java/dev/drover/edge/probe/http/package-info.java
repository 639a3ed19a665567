/** Probes over HTTP. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.probe.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
