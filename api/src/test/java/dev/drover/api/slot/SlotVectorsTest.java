package dev.drover.api.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SlotVectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    /** A row of the published file; the text, which may hold commas, is for people. */
    record Vector(String userKeyHex, int xxh32, int slot) {
        static Vector of(String row) {
            List<String> cells = List.of(row.split(",", -1));
            return new Vector(
                    cells.get(0),
                    Integer.parseUnsignedInt(cells.get(cells.size() - 2), 16),
                    Integer.parseInt(cells.get(cells.size() - 1)));
        }

        byte[] userKey() {
            return HEX.parseHex(userKeyHex);
        }
    }

    static Stream<Vector> published() throws IOException {
        try (InputStream file = Objects.requireNonNull(Slots.class.getResourceAsStream("slot-vectors.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).map(Vector::of).toList().stream();
        }
    }

    @Test
    void publishedVectorsCoverEachLengthUpToTwentyBytesAndSomeLongOnes() throws IOException {
        assertThat(published().map(vector -> vector.userKey().length))
                .hasSizeGreaterThanOrEqualTo(40)
                .contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)
                .contains(31, 32, 33, 1024);
    }

    @ParameterizedTest
    @MethodSource("published")
    void everyoneComputesTheSameSlot(Vector vector) {
        assertThat(XxHash32.hash(vector.userKey())).isEqualTo(vector.xxh32());
        assertThat(Slots.of(vector.userKey())).isEqualTo(vector.slot());
        assertThat(Slots.of(new String(vector.userKey(), StandardCharsets.UTF_8)))
                .isEqualTo(vector.slot());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 02cc5d05",
                "a | 550d7456",
                "abc | 32d153ff",
                "Nobody inspects the spammish repetition | e2293b2f"
            })
    void hashIsXxh32AsOthersPublishIt(String key, String xxh32) {
        assertThat(HEX.toHexDigits(XxHash32.hash(key.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(xxh32);
    }

    /** Chi-square over 100 groups of slots: 99 degrees of freedom; 149 is exceeded once in a thousand fair draws. */
    @ParameterizedTest
    @CsvSource({"user-%d", "%016x", "https://example.org/u/%d/home"})
    void usersSpreadEvenlyOverTheSlots(String form) {
        int users = 200_000;
        int groups = 100;
        long[] counts = new long[groups];
        Random random = new Random(1);
        for (int user = 0; user < users; user++) {
            counts[Slots.of(String.format(form, random.nextInt(Integer.MAX_VALUE))) % groups]++;
        }
        double expected = (double) users / groups;
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).isBetween(50.0, 149.0);
    }
}
