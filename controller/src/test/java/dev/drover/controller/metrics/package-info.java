/** Tests of the meters. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.metrics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
