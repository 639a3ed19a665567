package dev.drover.simulation.rehearsal.incident;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Pace;
import dev.drover.simulation.fleet.Happening;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.rehearsal.incident.Incident.Step;
import dev.drover.simulation.rehearsal.reading.Fields;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/** What operators may order. */
final class OrderIncidents {

    private static final Duration EXPIRES_IN = Duration.ofHours(4);

    private OrderIncidents() {}

    static Incident evacuate(Fields fields, Surroundings around) {
        Pace pace = fields.choice("pace", Pace.class);
        Duration expiresIn = fields.durationOr("expiresIn", EXPIRES_IN);
        List<Step> steps = fields.names("region", around.regions()).stream()
                .map(region -> new Step(around.at(fields), evacuation(fields, around, region, pace, expiresIn)))
                .toList();
        return new Incident(steps, List.of());
    }

    private static Happening evacuation(
            Fields fields, Surroundings around, RegionId region, Pace pace, Duration expiresIn) {
        return order(
                fields,
                around,
                "an operator orders the evacuation of " + region + " (" + pace + ")",
                controller -> Happening.evacuate(controller, region, pace, expiresIn));
    }

    static Incident restore(Fields fields, Surroundings around) {
        Happening restoration = order(fields, around, "an operator restores what was evacuated", Happening::restoreAll);
        return new Incident(List.of(new Step(around.at(fields), restoration)), List.of());
    }

    /** At the controller that is named, or at the first one that is on. */
    private static Happening order(
            Fields fields, Surroundings around, String what, IntFunction<Happening> atController) {
        int named = fields.has("controller") ? fields.name("controller", around.controllerNumbers()) : 0;
        return new Happening(what, fleet -> atController
                .apply(named > 0 ? named - 1 : firstUp(fleet))
                .effect()
                .accept(fleet));
    }

    private static int firstUp(SimulatedFleet fleet) {
        for (int i = 0; i < fleet.controllers().size(); i++) {
            if (fleet.controllers().get(i).node().isUp()) {
                return i;
            }
        }
        return 0;
    }
}
