/** Tests of what the leader publishes. */
@NullMarked
@CheckReturnValue
package dev.drover.api.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
