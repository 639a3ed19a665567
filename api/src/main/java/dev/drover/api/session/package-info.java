/** What an agent and a controller say to each other over their session. */
@NullMarked
@CheckReturnValue
package dev.drover.api.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
