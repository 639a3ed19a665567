/** What a controller counts and times; the table is in docs/metrics.md. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.metrics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
