/** What an agent concludes of a region from its own probes and its users' requests. Pure. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.view;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
