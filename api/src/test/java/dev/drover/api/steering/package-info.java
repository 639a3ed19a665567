/** Tests of how people's YAML is read. */
@NullMarked
@CheckReturnValue
package dev.drover.api.steering;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
