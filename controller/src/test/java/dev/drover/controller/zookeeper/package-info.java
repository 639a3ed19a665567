/** Tests of the connection to ZooKeeper. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.zookeeper;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
