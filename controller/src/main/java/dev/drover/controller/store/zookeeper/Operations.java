package dev.drover.controller.store.zookeeper;

import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.api.transaction.CuratorOp;
import org.apache.curator.framework.api.transaction.CuratorTransactionResult;
import org.apache.zookeeper.data.Stat;

/** The operations that our transactions are made of. */
final class Operations {

    private final CuratorFramework client;

    Operations(CuratorFramework client) {
        this.client = client;
    }

    /** How one is built; what it declares to throw never comes. */
    private interface Build {
        CuratorOp build() throws Exception;
    }

    CuratorOp exists(String path) {
        return built(() -> client.transactionOp().check().forPath(path));
    }

    CuratorOp isAt(String path, int version) {
        return built(() -> client.transactionOp().check().withVersion(version).forPath(path));
    }

    CuratorOp create(String path, Packed contents) {
        return built(() -> client.transactionOp().create().forPath(path, contents.bytes()));
    }

    /** Replaces that version of a node, or makes it if the version is -1. */
    CuratorOp replace(String path, int version, Packed contents) {
        if (version == -1) {
            return create(path, contents);
        }
        return built(() -> client.transactionOp().setData().withVersion(version).forPath(path, contents.bytes()));
    }

    CuratorOp delete(String path) {
        return built(() -> client.transactionOp().delete().forPath(path));
    }

    /** The version of a node after {@link #replace}. */
    static int versionAfter(CuratorTransactionResult replaced) {
        Stat stat = replaced.getResultStat();
        return stat == null ? 0 : stat.getVersion();
    }

    private static CuratorOp built(Build build) {
        try {
            return build.build();
        } catch (Exception e) {
            throw new IllegalStateException("an operation of a transaction cannot be built", e);
        }
    }
}
