package dev.drover.api.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.api.text.Printable;
import dev.drover.api.verdict.Tally;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long answers took: a sketch that counts them in {@link #BUCKETS} fixed buckets, each a fifth wider than the one
 * before, so that a quantile is known to about a tenth and two sketches are merged by adding. Immutable.
 *
 * <p>Written {@code 20*3 21*14}: the bucket and how many it holds, rising, empty ones left out.
 */
public final class Latencies {

    /** How many buckets there are; the last one holds whatever took longer than 81 s. */
    public static final int BUCKETS = 64;

    /** Nothing was answered. */
    public static final Latencies NONE = new Latencies(new long[BUCKETS]);

    private static final double GROWTH = 1.2;
    private static final double[] UPPER_MS = uppers();
    private static final int MAX_CHARACTERS = BUCKETS * 18;
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,2})\\*([1-9]\\d{0,12})");

    private final long[] counts;

    private Latencies(long[] counts) {
        this.counts = counts;
    }

    /**
     * Of counts, one for each bucket, 0 or more each.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static Latencies of(long... counts) {
        if (counts.length != BUCKETS) {
            throw new IllegalArgumentException("counts: " + counts.length + " (expected: " + BUCKETS + ")");
        }
        return new Latencies(counts.clone());
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is not a sketch
     */
    @JsonCreator
    public static Latencies parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        if (text.length() > MAX_CHARACTERS) {
            throw notOne(text);
        }
        long[] counts = new long[BUCKETS];
        int before = -1;
        for (String entry : text.split(" ", -1)) {
            Matcher matcher = ENTRY.matcher(entry);
            int bucket = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
            long count = bucket < 0 ? 0 : Long.parseLong(matcher.group(2));
            if (bucket <= before || bucket >= BUCKETS || count > AgentMessage.Report.MAX_COUNT) {
                throw notOne(text);
            }
            counts[bucket] = count;
            before = bucket;
        }
        return new Latencies(counts);
    }

    private static IllegalArgumentException notOne(String text) {
        return new IllegalArgumentException("latencies: '" + Printable.excerpt(text)
                + "' (expected: bucket*count, buckets 0 to " + (BUCKETS - 1) + " rising, such as 20*3 21*14)");
    }

    /** With one answer more, which took so many ms, 0 or more. */
    public Latencies plus(double ms) {
        long[] next = counts.clone();
        next[bucketOf(ms)]++;
        return new Latencies(next);
    }

    /** Both together; a count that does not fit stays at the highest number. */
    public Latencies plus(Latencies other) {
        long[] next = new long[BUCKETS];
        Arrays.setAll(next, bucket -> Tally.sum(counts[bucket], other.counts[bucket]));
        return new Latencies(next);
    }

    /** How many answers a bucket holds. */
    public long count(int bucket) {
        return counts[bucket];
    }

    /** How many answers there are in all; a sum that does not fit stays at the highest number. */
    public long count() {
        return countFrom(0);
    }

    /** How many answers are in that bucket or in a slower one. */
    public long countFrom(int first) {
        long sum = 0;
        for (int bucket = first; bucket < BUCKETS; bucket++) {
            sum = Tally.sum(sum, counts[bucket]);
        }
        return sum;
    }

    /** The bucket of an answer that took so many ms. */
    public static int bucketOf(double ms) {
        int found = Arrays.binarySearch(UPPER_MS, ms);
        return Math.min(BUCKETS - 1, found >= 0 ? found : -found - 1);
    }

    /** The longest that an answer in that bucket took, in ms; of the last bucket, where it begins. */
    public static double upperMs(int bucket) {
        return UPPER_MS[Math.min(bucket, BUCKETS - 2)];
    }

    private static double[] uppers() {
        double[] uppers = new double[BUCKETS - 1];
        Arrays.setAll(uppers, bucket -> StrictMath.pow(GROWTH, bucket));
        return uppers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies latencies && Arrays.equals(counts, latencies.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    /** As {@link #parse} reads it. */
    @JsonValue
    @Override
    public String toString() {
        StringJoiner entries = new StringJoiner(" ");
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (counts[bucket] > 0) {
                entries.add(bucket + "*" + counts[bucket]);
            }
        }
        return entries.toString();
    }
}
