/** What an agent tells controllers of what it saw. Pure. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
