package dev.drover.controller.metrics;

/** What a controller writes to the store. */
public enum StoreWrite {
    /** The right to lead. */
    EPOCH,
    /** A routing policy with its causes. */
    PUBLICATION,
    /** The list of orders. */
    ORDERS,
    /** What people want. */
    STEERING_POLICY
}
