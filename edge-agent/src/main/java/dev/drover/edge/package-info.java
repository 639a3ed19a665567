/** The agent at an edge: a core that sees, decides and counts, and the shell that gives it a network, a disk and a clock. */
@NullMarked
@CheckReturnValue
package dev.drover.edge;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
