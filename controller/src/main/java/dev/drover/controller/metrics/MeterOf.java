package dev.drover.controller.metrics;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** One meter for each constant of an enum, made at the start, so that each is there from the start. */
final class MeterOf<K extends Enum<K>, M> {

    private final Map<K, M> meters;

    MeterOf(Class<K> constants, Function<K, M> maker) {
        this.meters = new EnumMap<>(constants);
        for (K constant : constants.getEnumConstants()) {
            meters.put(constant, maker.apply(constant));
        }
    }

    M get(K constant) {
        return Objects.requireNonNull(meters.get(constant), "every constant has its meter");
    }

    /** How a constant is written as the value of a tag. */
    static String tag(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
