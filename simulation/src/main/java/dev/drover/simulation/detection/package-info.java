/** How quickly and how surely the fleet sees: many small worlds with one trouble each, and long ones with none. */
@NullMarked
@CheckReturnValue
package dev.drover.simulation.detection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
