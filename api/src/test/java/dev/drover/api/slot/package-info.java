/** Tests of slots, tables, and the published vectors. */
@NullMarked
@CheckReturnValue
package dev.drover.api.slot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
