package dev.drover.edge.adopt;

import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.PolicyId;
import org.jspecify.annotations.Nullable;

/** What an agent does with a publication that it was sent. */
public sealed interface Adoption {

    /** It is obeyed from now on. */
    record Adopted(EdgePolicy policy) implements Adoption {}

    /**
     * It is not obeyed, and nothing changes.
     *
     * @param reason the value found, and what was expected
     * @param policy which publication it was; null if it could not even be read
     */
    record Refused(String reason, @Nullable PolicyId policy) implements Adoption {}

    /** It is the one in force already, heard from another replica or again. */
    record Ignored(PolicyId policy) implements Adoption {}
}
