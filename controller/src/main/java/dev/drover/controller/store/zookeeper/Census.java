package dev.drover.controller.store.zookeeper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All publications, and how many of them name each plan. */
final class Census {

    private final List<Named> publications;
    private final Set<String> inForce;
    private final Map<String, Integer> namings = new HashMap<>();

    /**
     * A census.
     *
     * @param publications of all services, the oldest of each service first
     * @param inForce the ids of the publications that the pointers hold
     */
    Census(List<Named> publications, Set<String> inForce) {
        this.publications = publications;
        this.inForce = inForce;
        publications.forEach(publication -> publication.plans().forEach(plan -> namings.merge(plan, 1, Integer::sum)));
    }

    /** A publication, as far as it matters here. */
    record Named(String path, String publicationId, Instant publishedAt, List<String> plans) {}

    /** The publications of a service beyond the newest so many, oldest first; none that is in force. */
    List<Named> surplusOf(String parent, int kept) {
        List<Named> all = publications.stream()
                .filter(publication -> publication.path().startsWith(parent + "/"))
                .toList();
        return all.subList(0, Math.max(0, all.size() - kept)).stream()
                .filter(publication -> !inForce.contains(publication.publicationId()))
                .toList();
    }

    /** Whether a publication names that plan. */
    boolean names(String plan) {
        return namings.containsKey(plan);
    }

    /** Strikes a publication out; the plans that no other names. */
    List<String> forget(Named publication) {
        List<String> unnamed = new ArrayList<>();
        for (String plan : publication.plans()) {
            if (namings.merge(plan, -1, Integer::sum) == 0) {
                unnamed.add(plan);
            }
        }
        return unnamed;
    }
}
