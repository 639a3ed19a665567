/** Tests of what this package promises. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
