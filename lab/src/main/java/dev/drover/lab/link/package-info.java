/** A TCP link that can be cut, silenced, delayed and healed, and what is needed to be rude with sockets. */
@NullMarked
@CheckReturnValue
package dev.drover.lab.link;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
