package dev.drover.simulation.swarm;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Tells a seed's story, in a process of its own. */
final class Story {

    private Story() {}

    /** Takes the seed. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        DeterminismTest.story(Long.parseLong(arguments[0])).forEach(out::println);
    }
}
