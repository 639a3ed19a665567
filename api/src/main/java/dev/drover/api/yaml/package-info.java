/** YAML that people write: read as JSON, within limits, with a place for every fault. */
@NullMarked
@CheckReturnValue
package dev.drover.api.yaml;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
