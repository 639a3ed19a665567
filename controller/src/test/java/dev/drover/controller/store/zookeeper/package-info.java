/** Tests of the store in a real ZooKeeper. */
@NullMarked
@CheckReturnValue
package dev.drover.controller.store.zookeeper;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
