/** The whole world in one process: regions, edges, controllers and load on loopback, and scenarios that break it. */
@NullMarked
@CheckReturnValue
package dev.drover.lab.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
