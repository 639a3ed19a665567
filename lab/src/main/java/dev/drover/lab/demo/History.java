package dev.drover.lab.demo;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What happened in a run, and the questions that a timeline answers. Pure.
 *
 * @param region that was hurt or evacuated
 * @param from when
 * @param publications by revision, those before included
 * @param happenings at the agents
 */
record History(RegionId region, Instant from, List<PublicationView> publications, List<Happening> happenings) {

    History {
        publications = List.copyOf(publications);
        happenings = List.copyOf(happenings);
    }

    Optional<Long> firstRetry() {
        return first(Happening.Retried.class);
    }

    Optional<Long> firstContingency() {
        return happenings.stream()
                .filter(happening -> happening instanceof Happening.OverlayBegan began
                        && began.region().equals(region)
                        && !began.at().isBefore(from))
                .map(happening -> since(happening.at()))
                .findFirst();
    }

    private Optional<Long> first(Class<? extends Happening> kind) {
        return happenings.stream()
                .filter(happening ->
                        kind.isInstance(happening) && !happening.at().isBefore(from))
                .map(happening -> since(happening.at()))
                .findFirst();
    }

    /** When the last of the agents whose users were there acted on the contingency, or had the leader's answer. */
    Optional<Long> allContingency() {
        List<Optional<Long>> each = new ArrayList<>();
        for (AgentId agent : agents()) {
            if (hadUsersThere(agent.edge())) {
                each.add(firstAt(agent, happening -> isOverlay(happening) || isAppliedWithoutRegion(happening)));
            }
        }
        return last(each);
    }

    private boolean isOverlay(Happening happening) {
        return happening instanceof Happening.OverlayBegan began
                && began.region().equals(region);
    }

    private boolean hadUsersThere(EdgeId edge) {
        return before().map(publication -> publication.edges().get(edge))
                .filter(table -> weight(table) > 0)
                .isPresent();
    }

    /** The publication in force when it began. */
    Optional<PublicationView> before() {
        return publications.stream()
                .filter(publication -> publication.publishedAt().isBefore(from))
                .reduce((older, newer) -> newer);
    }

    /** Those that were made since. */
    List<PublicationView> since() {
        return publications.stream()
                .filter(publication -> !publication.publishedAt().isBefore(from))
                .toList();
    }

    /** The first publication that answers what was done to the region. */
    Optional<PublicationView> answer() {
        return since().stream()
                .filter(publication -> publication.causes().stream().anyMatch(this::answers))
                .findFirst();
    }

    private boolean answers(Cause cause) {
        return (cause instanceof Cause.RegionLost lost && lost.region().equals(region))
                || (cause instanceof Cause.RegionDown down && down.region().equals(region))
                || (cause instanceof Cause.RegionDegraded degraded
                        && degraded.region().equals(region))
                || (cause instanceof Cause.EvacuationOrdered ordered
                        && ordered.region().equals(region));
    }

    Optional<Long> published() {
        return answer().map(publication -> since(publication.publishedAt()));
    }

    /** When the last agent had applied the answer, or something newer. */
    Optional<Long> answerApplied() {
        return answer().flatMap(answer -> appliedByAll(answer.id().revision()));
    }

    /** When the last agent had applied a policy in which the region owns nothing. */
    Optional<Long> emptied() {
        return since().stream()
                .filter(this::isWithoutRegion)
                .findFirst()
                .flatMap(publication -> appliedByAll(publication.id().revision()));
    }

    /** When the last agent had applied a policy in which, after all, everyone is home again. */
    Optional<Long> restored() {
        List<PublicationView> since = since();
        Optional<PublicationView> home = Optional.empty();
        for (int i = since.size() - 1; i >= 0 && isHome(since.get(i)); i--) {
            home = Optional.of(since.get(i));
        }
        return home.filter(publication -> since.stream().anyMatch(other -> !isHome(other)))
                .flatMap(publication -> appliedByAll(publication.id().revision()));
    }

    /** When a leader of a higher epoch published for the first time after that moment. */
    Optional<Long> nextLeader(Instant cut) {
        long epoch = publications.stream()
                .filter(publication -> publication.publishedAt().isBefore(cut))
                .mapToLong(publication -> publication.id().epoch())
                .max()
                .orElse(0);
        return publications.stream()
                .filter(publication -> publication.id().epoch() > epoch)
                .findFirst()
                .map(publication ->
                        Duration.between(cut, publication.publishedAt()).toMillis());
    }

    /** Whether no agent ever applied a publication that is not newer than one it had applied before. */
    boolean onlyEverForward() {
        for (AgentId agent : agents()) {
            List<Happening.Applied> applied = happenings.stream()
                    .filter(happening -> happening.agent().equals(agent) && happening instanceof Happening.Applied)
                    .map(Happening.Applied.class::cast)
                    .toList();
            for (int i = 1; i < applied.size(); i++) {
                if (!applied.get(i).policy().isNewerThan(applied.get(i - 1).policy())) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<Long> appliedByAll(long revision) {
        List<Optional<Long>> each = new ArrayList<>();
        for (AgentId agent : agents()) {
            each.add(firstAt(
                    agent,
                    happening -> happening instanceof Happening.Applied applied
                            && applied.policy().revision() >= revision));
        }
        return last(each);
    }

    private Optional<Long> firstAt(AgentId agent, Predicate<Happening> condition) {
        return happenings.stream()
                .filter(happening ->
                        happening.agent().equals(agent) && !happening.at().isBefore(from) && condition.test(happening))
                .map(happening -> since(happening.at()))
                .findFirst();
    }

    private boolean isAppliedWithoutRegion(Happening happening) {
        return happening instanceof Happening.Applied applied
                && publications.stream()
                        .filter(publication -> publication.id().equals(applied.policy()))
                        .anyMatch(this::isWithoutRegion);
    }

    private boolean isWithoutRegion(PublicationView publication) {
        return publication.edges().values().stream().allMatch(table -> weight(table) == 0);
    }

    private static boolean isHome(PublicationView publication) {
        return publication.edges().values().stream()
                .flatMap(table -> table.runs().stream())
                .allMatch(run -> run.owner().equals(run.home()));
    }

    private int weight(SlotTable table) {
        return table.weightOf(Owner.of(region));
    }

    private SortedSet<AgentId> agents() {
        SortedSet<AgentId> agents = new TreeSet<>();
        happenings.forEach(happening -> agents.add(happening.agent()));
        return agents;
    }

    private static Optional<Long> last(List<Optional<Long>> each) {
        return each.isEmpty() || each.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : each.stream().map(Optional::orElseThrow).max(Long::compare);
    }

    private long since(Instant at) {
        return Duration.between(from, at).toMillis();
    }
}
