/** What the load generator promises, in virtual time and against a scripted server. */
@NullMarked
@CheckReturnValue
package dev.drover.lab.load;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
