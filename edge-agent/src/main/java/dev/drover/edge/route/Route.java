package dev.drover.edge.route;

import dev.drover.api.slot.Owner;

/**
 * Where a user's slot goes now, overlay included.
 *
 * @param slot the slot of the user's key, 0 to 9,999
 * @param first who serves the user; shed: the edge's static answer
 * @param second the understudy for one retry; shed if there is none
 */
public record Route(int slot, Owner first, Owner second) {}
