/** The data path: carries users' requests to the region that the agent names, with one retry at most. */
@NullMarked
@CheckReturnValue
package dev.drover.edge.proxy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
