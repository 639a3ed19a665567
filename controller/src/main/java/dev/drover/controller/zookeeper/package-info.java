/** The connection to ZooKeeper, and a ZooKeeper within the process for one machine. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.zookeeper;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
