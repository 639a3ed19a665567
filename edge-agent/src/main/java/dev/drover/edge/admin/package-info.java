/** An agent's local HTTP pages for people and monitoring. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.admin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
