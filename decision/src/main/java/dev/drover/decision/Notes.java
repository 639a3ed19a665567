package dev.drover.decision;

import dev.drover.api.cause.Note;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.DampingSettings;
import dev.drover.api.steering.SingleVantage;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Verdict;
import dev.drover.decision.judge.Judgement;
import dev.drover.decision.judge.Panel;
import dev.drover.decision.judge.Penalty;
import dev.drover.decision.judge.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a person should know of a decision though nothing changes by it, the gravest first. */
record Notes(SteeringPolicy policy, Panel panel, Memory next) {

    /** More edges than a person reads of. */
    private static final int MAX_SUSPECTS = 20;

    /** Those of the rotation among them. */
    List<Note> with(List<Note> ofRotation) {
        List<Note> notes = new ArrayList<>();
        Instant panicSince = next.panicSince();
        if (panicSince != null) {
            notes.add(new Note.Panicking(panicSince));
        }
        ofStanding(notes);
        if (panel.clocksDiffer()) {
            notes.add(new Note.ClocksDiffer(
                    panel.clockDifference().toMillis(),
                    policy.guards().clockTolerance().toMillis()));
        }
        notes.addAll(ofRotation);
        next.regions().forEach((region, state) -> ofPenalty(region, state.judgement(), notes));
        panel.suspects().stream()
                .limit(MAX_SUSPECTS)
                .forEach(edge ->
                        notes.add(new Note.EdgeSuspected(edge, panel.suspicion().of(edge))));
        return notes;
    }

    private void ofStanding(List<Note> notes) {
        if (panel.standing() == Standing.BLIND) {
            notes.add(new Note.Blind(panel.eligibleEdges(), policy.edges().size()));
        } else if (panel.standing() == Standing.AMBIGUOUS) {
            notes.add(new Note.Ambiguous(panel.eligibleEdges()));
        }
        boolean alone = policy.edges().size() == 1;
        if (alone && policy.judge().panel().singleVantage() == SingleVantage.ALARM) {
            EdgeId edge = policy.edges().firstKey();
            panel.lostFor(edge).forEach(region -> notes.add(new Note.SingleVantage(edge, region)));
        }
    }

    private void ofPenalty(RegionId region, Judgement judgement, List<Note> notes) {
        DampingSettings damping = policy.judge().damping();
        Penalty penalty = judgement.penaltyOrNone();
        if (judgement.kind() == Verdict.DOWN && penalty.keepsOut(damping, panel.now())) {
            notes.add(new Note.Suppressed(
                    region, Math.round(penalty.points(damping, panel.now())), Math.round(damping.reuseAt())));
        }
    }
}
