/** Arbitrary values of everything that travels or is stored, for properties. */
@NullMarked
@CheckReturnValue
package dev.drover.api.sample;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
