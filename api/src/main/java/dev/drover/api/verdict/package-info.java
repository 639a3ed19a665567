/** What the leader concludes of a region, with the evidence. */
@NullMarked
@CheckReturnValue
package dev.drover.api.verdict;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
