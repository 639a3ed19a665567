package dev.drover.decision.plan;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** From requests/s to whole slots, by largest remainder, without filling any region beyond its room. */
final class Shares {

    private Shares() {}

    private record Remainder(int region, double part) {}

    /**
     * How many of an edge's slots each region gets; shed gets what fits nowhere.
     *
     * @param slots to be given away, 0 to 10,000
     * @param slotRps what one of them brings
     * @param poured requests/s to each region
     * @param roomRps what each region can take beyond what is poured into it from all edges; changed by rounding
     */
    static SortedMap<Owner, Integer> of(
            int slots, double slotRps, double[] poured, List<RegionId> regions, double[] roomRps) {
        SortedMap<Owner, Integer> shares = new TreeMap<>();
        List<Remainder> remainders = new ArrayList<>();
        int given = 0;
        for (int region = 0; region < poured.length; region++) {
            double exact = slotRps > 0 ? poured[region] / slotRps : 0;
            int whole = Math.min(slots - given, (int) Math.floor(exact + 1e-9));
            given += whole;
            roomRps[region] += poured[region];
            give(shares, regions.get(region), whole, slotRps, roomRps, region);
            if (exact - whole > 1e-9) {
                remainders.add(new Remainder(region, exact - whole));
            }
        }
        remainders.sort(Comparator.comparingDouble(Remainder::part).reversed());
        for (Remainder remainder : remainders) {
            if (given < slots && roomRps[remainder.region()] >= slotRps) {
                give(shares, regions.get(remainder.region()), 1, slotRps, roomRps, remainder.region());
                given++;
            }
        }
        for (Remainder remainder : remainders) {
            int fits = Math.min(slots - given, (int) Math.floor(roomRps[remainder.region()] / slotRps));
            if (fits > 0) {
                give(shares, regions.get(remainder.region()), fits, slotRps, roomRps, remainder.region());
                given += fits;
            }
        }
        if (given < slots) {
            shares.merge(Owner.SHED, slots - given, Integer::sum);
        }
        return shares;
    }

    private static void give(
            SortedMap<Owner, Integer> shares, RegionId id, int slots, double slotRps, double[] roomRps, int region) {
        if (slots > 0) {
            shares.merge(Owner.of(id), slots, Integer::sum);
            roomRps[region] -= slots * slotRps;
        }
    }
}
