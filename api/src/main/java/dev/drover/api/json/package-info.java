/** How Drover's values are written as JSON and read back. */
@NullMarked
@CheckReturnValue
package dev.drover.api.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
