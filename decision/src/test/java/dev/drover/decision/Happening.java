package dev.drover.decision;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.order.Pace;
import java.time.Duration;

/** Something that happens to any fleet: its regions and edges are counted, beginning anew after the last. */
interface Happening {

    void to(World world);

    record Fails(int region, double part) implements Happening {
        @Override
        public void to(World world) {
            world.failing(world.region(region), part);
        }
    }

    record Heals(int region) implements Happening {
        @Override
        public void to(World world) {
            world.healed(world.region(region));
        }
    }

    record Demands(int edge, double rps) implements Happening {
        @Override
        public void to(World world) {
            world.demand(world.edge(edge).value(), rps);
        }
    }

    record Evacuated(int region, Pace pace) implements Happening {
        @Override
        public void to(World world) {
            world.evacuate(world.region(region), pace);
        }
    }

    record Restored() implements Happening {
        @Override
        public void to(World world) {
            world.restore();
        }
    }

    record Silent(int edge) implements Happening {
        @Override
        public void to(World world) {
            EdgeId silent = world.edge(edge);
            world.reporting(other -> !other.equals(silent));
        }
    }

    record Lies(int edge) implements Happening {
        @Override
        public void to(World world) {
            EdgeId liar = world.edge(edge);
            world.lying(liar::equals);
        }
    }

    record SeesTruly() implements Happening {
        @Override
        public void to(World world) {
            world.lying(edge -> false).reporting(edge -> true);
        }
    }

    record Passes(int seconds) implements Happening {
        @Override
        public void to(World world) {
            world.run(Duration.ofSeconds(seconds));
        }
    }
}
