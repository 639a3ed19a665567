/** What the REST interface answers and accepts, beyond the values of the other packages. */
@NullMarked
@CheckReturnValue
package dev.drover.api.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
