package dev.drover.simulation.node;

import dev.drover.api.json.Json;
import dev.drover.api.session.AgentMessage;
import dev.drover.simulation.engine.Dice;

/** How an agent puts what it says. */
public enum Dialect {
    /** As values: quick, and the codec has tests of its own. */
    VALUES {
        @Override
        void say(Wire wire, AgentMessage message, Dice dice) {
            wire.say(message);
        }
    },
    /** As texts, by the real codec. */
    TEXTS {
        @Override
        void say(Wire wire, AgentMessage message, Dice dice) {
            wire.say(Json.write(message));
        }
    },
    /** As a later build: with fields that this one does not know, and now and then a message of an unknown type. */
    LATER_BUILD {
        @Override
        void say(Wire wire, AgentMessage message, Dice dice) {
            String text = Json.write(message);
            wire.say(text.substring(0, text.length() - 1) + ",\"weather\":{\"sky\":[\"clear\",1]}}");
            if (dice.chance(0.05)) {
                wire.say("{\"type\":\"gossip\",\"about\":\"the other edges\"}");
            }
        }
    };

    abstract void say(Wire wire, AgentMessage message, Dice dice);
}
