/** A homepage to steer: one real HTTP server a region, with a real capacity and faults that can be switched on. */
@NullMarked
@CheckReturnValue
package dev.drover.lab.homepage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
