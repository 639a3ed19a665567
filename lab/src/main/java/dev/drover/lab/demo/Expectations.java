package dev.drover.lab.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what a scenario came to against what is promised. Pure. */
final class Expectations {

    private final Scenario scenario;
    private final DemoShape shape;
    private final List<String> violations = new ArrayList<>();

    Expectations(Scenario scenario, DemoShape shape) {
        this.scenario = scenario;
        this.shape = shape;
    }

    /** The same report with everything that did not hold, in words. */
    ScenarioReport check(ScenarioReport report, History history) {
        Scenario.Promise promise = scenario.promise();
        ScenarioReport.Timeline timeline = report.timeline();
        within("every agent acts on its contingency", timeline.allContingencyMs(), promise.contingency());
        within("the first answer is applied by all", timeline.firstStepAppliedMs(), promise.firstStep());
        within("the region leaves HEALTHY", timeline.verdictMs(), promise.verdict());
        within("everyone is home again", timeline.restoredMs(), Duration.ofMinutes(3));
        if (scenario == Scenario.LEADER_KILL) {
            within("the next leader publishes", timeline.nextLeaderMs(), Scenario.NEXT_LEADER);
        }
        if (scenario != Scenario.GRAY) {
            within("every agent serves without the region", timeline.allAppliedMs(), Duration.ofMinutes(1));
        }
        if (!history.onlyEverForward()) {
            violations.add("an agent applied a publication that was not newer than its last");
        }
        failed(report.requests(), promise.failedPart());
        peaks(report);
        return new ScenarioReport(
                report.scenario(),
                report.edges(),
                report.requests(),
                timeline,
                report.plannedPeakUtilization(),
                report.measuredPeakUtilization(),
                report.revisions(),
                report.epoch(),
                violations);
    }

    private void within(String what, @Nullable Long millis, @Nullable Duration limit) {
        if (limit == null) {
            return;
        }
        if (millis == null) {
            violations.add(what + ": never (expected: within " + limit.toMillis() + " ms)");
        } else if (millis > limit.toMillis()) {
            violations.add(what + ": after " + millis + " ms (expected: within " + limit.toMillis() + " ms)");
        }
    }

    private void failed(ScenarioReport.Requests requests, double part) {
        long most = (long) Math.floor(requests.total() * part);
        if (requests.failed() > most) {
            violations.add(requests.failed() + " of " + requests.total() + " requests failed (expected: at most " + most
                    + ")");
        }
    }

    private void peaks(ScenarioReport report) {
        double max = shape.policy().utilization().max();
        report.plannedPeakUtilization().forEach((region, peak) -> {
            if (peak > max) {
                violations.add(region + " was planned at " + peak + " (expected: at most " + max + ")");
            }
        });
    }
}
