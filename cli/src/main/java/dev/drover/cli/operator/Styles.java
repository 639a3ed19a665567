package dev.drover.cli.operator;

import dev.drover.api.rest.EvacuationState;
import dev.drover.api.routing.Mark;
import dev.drover.api.verdict.Verdict;
import dev.drover.cli.text.Bar;
import dev.drover.cli.text.Cell;
import dev.drover.cli.text.Look;
import dev.drover.cli.text.Style;

/** How values stand out. */
final class Styles {

    /** From here on a region is close to its maximum. */
    private static final double WARM = 0.85;
    /** The default maximum utilization: nothing is ever planned above. */
    private static final double HOT = 0.95;

    private static final int BAR_WIDTH = 8;

    private Styles() {}

    static Style of(Verdict verdict) {
        return switch (verdict) {
            case HEALTHY -> Style.GOOD;
            case DEGRADED, RECOVERING, UNKNOWN -> Style.WARNING;
            case LOST, DOWN -> Style.BAD;
        };
    }

    static Style of(Mark mark) {
        return mark == Mark.OPEN ? Style.PLAIN : Style.WARNING;
    }

    static Style of(EvacuationState state) {
        return switch (state) {
            case PREDICTED, ENDED -> Style.FAINT;
            case COMMITTED, PUBLISHED -> Style.WARNING;
            case CONVERGED -> Style.GOOD;
        };
    }

    static Cell utilization(double ratio, Look look) {
        Style style = ratio > HOT ? Style.BAD : ratio > WARM ? Style.WARNING : Style.GOOD;
        return new Cell(Bar.of(ratio, BAR_WIDTH, look.symbols()), style);
    }
}
