/** What the link promises, over real sockets and in virtual time. */
@NullMarked
@CheckReturnValue
package dev.drover.lab.link;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
