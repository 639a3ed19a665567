/** Tests of orders. */
@NullMarked
@CheckReturnValue
package dev.drover.api.order;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
