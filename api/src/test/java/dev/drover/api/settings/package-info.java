/** Tests of durations and range checks. */
@NullMarked
@CheckReturnValue
package dev.drover.api.settings;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
