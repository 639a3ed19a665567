/** The network of the fleet: delay, loss, partitions, and connections that keep their order. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.network;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
