/** What an agent keeps on disk so that it can start without a controller. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.lastknown;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
