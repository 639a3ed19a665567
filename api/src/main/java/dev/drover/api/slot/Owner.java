package dev.drover.api.slot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.api.fleet.RegionId;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who serves a slot: a region, or nobody ({@link #SHED}: the edge answers with its static page).
 *
 * <p>Ordered by region name, shed last.
 */
public final class Owner implements Comparable<Owner> {

    /** Nobody: the users of the slot get the edge's static answer. Written {@code shed}. */
    public static final Owner SHED = new Owner(null);

    private static final String SHED_NAME = "shed";
    private static final Comparator<Owner> ORDER =
            Comparator.comparing(Owner::isShed).thenComparing(Owner::toString);

    private final @Nullable RegionId region;

    private Owner(@Nullable RegionId region) {
        this.region = region;
    }

    /** That region as an owner. */
    public static Owner of(RegionId region) {
        return new Owner(region);
    }

    /**
     * Reads a region's name or {@code shed}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    @JsonCreator
    public static Owner parse(String text) {
        return text.equals(SHED_NAME) ? SHED : new Owner(RegionId.of(text));
    }

    /** Whether nobody serves the slot. */
    public boolean isShed() {
        return region == null;
    }

    /** Whether that region is this owner. */
    public boolean is(RegionId candidate) {
        return candidate.equals(region);
    }

    /** The region, or nothing if the slot is shed. */
    public Optional<RegionId> region() {
        return Optional.ofNullable(region);
    }

    @Override
    public int compareTo(Owner other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Owner owner && toString().equals(owner.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @JsonValue
    @Override
    public String toString() {
        return region == null ? SHED_NAME : region.value();
    }
}
