package dev.drover.cli.operator;

import dev.drover.api.rest.AgentView;
import dev.drover.api.rest.EdgeView;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.RegionView;
import java.util.List;

/** The lists of the REST interface, each with the type of its items. */
final class Listings {

    static final String REGIONS_PATH = "/v1/regions";
    static final String EDGES_PATH = "/v1/edges";
    static final String AGENTS_PATH = "/v1/agents";
    static final String CONTINGENCIES_PATH = "/v1/contingencies";
    static final String EVACUATIONS_PATH = "/v1/evacuations";

    private Listings() {}

    record Regions(List<RegionView> items) {}

    record Edges(List<EdgeView> items) {}

    record Agents(List<AgentView> items) {}

    record Evacuations(List<EvacuationView> items) {}
}
