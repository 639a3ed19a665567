/** Tests of what agents and controllers say to each other. */
@NullMarked
@CheckReturnValue
package dev.drover.api.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
