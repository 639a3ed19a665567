package dev.drover.cli.text;

/** A ratio as a bar and in percent, such as {@code #####...  63%}. */
public final class Bar {

    private Bar() {}

    /**
     * The bar.
     *
     * @param ratio 0 or more; what is over 1 fills the bar, what is not a number leaves it out
     * @param width of the bar itself, in columns
     */
    public static String of(double ratio, int width, Symbols symbols) {
        if (!Double.isFinite(ratio)) {
            return "-";
        }
        int filled = (int) Math.round(Math.max(0, Math.min(1, ratio)) * width);
        String percent = Figures.percent(ratio);
        return symbols.full().repeat(filled) + symbols.empty().repeat(width - filled) + " "
                + " ".repeat(Math.max(0, 4 - percent.length())) + percent;
    }
}
