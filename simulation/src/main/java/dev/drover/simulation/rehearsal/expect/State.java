package dev.drover.simulation.rehearsal.expect;

import dev.drover.simulation.rehearsal.record.Recording;
import dev.drover.simulation.rehearsal.record.Timeline;
import java.util.List;
import java.util.Optional;

/** Something that is so or not at any one time. */
interface State {

    /** Of what, such as {@code us-east-1}; for the expectation in words. */
    String subject();

    /** What is expected of it, such as {@code LOST} or {@code at most 0.95}. */
    String expected();

    /** What may change it: between two changes of these it stays as it is. */
    List<Timeline<?>> watched(Recording recording);

    /** What is found instead at that time, such as {@code us-east-1 is HEALTHY}; nothing if it is so. */
    Optional<String> instead(Recording recording, long nanos);
}
