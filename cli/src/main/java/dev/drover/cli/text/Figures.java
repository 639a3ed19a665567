package dev.drover.cli.text;

import java.util.Locale;

/** Figures as people read them. */
public final class Figures {

    private static final int BASIS_POINTS_A_PERCENT = 100;

    private Figures() {}

    /** A ratio in whole percent; {@code -} if it is not a number. */
    public static String percent(double ratio) {
        return Double.isFinite(ratio) ? Math.round(ratio * 100) + "%" : "-";
    }

    /** Basis points in percent, with two decimals where they say something: {@code 82%}, {@code 0.25%}. */
    public static String basisPoints(int basisPoints) {
        return basisPoints % BASIS_POINTS_A_PERCENT == 0
                ? basisPoints / BASIS_POINTS_A_PERCENT + "%"
                : String.format(Locale.ROOT, "%.2f%%", basisPoints / (double) BASIS_POINTS_A_PERCENT);
    }

    /** Requests/s as a whole number, small ones with one decimal. */
    public static String rps(double rps) {
        return Math.abs(rps) < 10 && rps != Math.rint(rps)
                ? String.format(Locale.ROOT, "%.1f", rps)
                : String.format(Locale.ROOT, "%.0f", rps);
    }

    /** A number with its noun, such as {@code 1 agent} and {@code 2 agents}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
