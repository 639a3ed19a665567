/** What people write and review: the steering policy, its named parameters, and how its YAML is read. */
@NullMarked
@CheckReturnValue
package dev.drover.api.steering;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
