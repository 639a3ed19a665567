package dev.drover.api.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.001, 1.001, Double.MAX_VALUE})
    void numberOutOfItsRangeIsRefusedWithItsValue(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.within("ratio", value, 0, 1))
                .withMessageStartingWith("ratio: ")
                .withMessageEndingWith(" (expected: 0 to 1)");
    }

    @Test
    void bothBoundsAreWithin() {
        assertThatCode(() -> {
                    Check.within("ratio", 0.0, 0.0, 0.5);
                    Check.within("ratio", 0.5, 0.0, 0.5);
                    Check.within("count", Long.MAX_VALUE, 0, Long.MAX_VALUE);
                    Check.text("reason", "12345", 5);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void wholeNumberBeyondADoubleIsComparedExactly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.within("count", (1L << 53) + 1, 0, 1L << 53))
                .withMessage("count: 9007199254740993 (expected: 0 to 9007199254740992)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''         | blank (expected: 1 to 5 printable characters)",
                "'  '       | blank (expected: 1 to 5 printable characters)",
                "'\u00a0'   | blank (expected: 1 to 5 printable characters)",
                "'\u200b'   | blank (expected: 1 to 5 printable characters)",
                "123456     | 6 characters, '123456' (expected: 1 to 5 printable characters)",
                "'a\u001bb' | 3 characters, 'a\\u001bb' (expected: 1 to 5 printable characters)",
                "'a\u202eb' | 3 characters, 'a\\u202eb' (expected: 1 to 5 printable characters)",
                "'a\u2028b' | 3 characters, 'a\\u2028b' (expected: 1 to 5 printable characters)"
            })
    void textThatCannotBeShownIsRefused(String text, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.text("author", text, 5))
                .withMessage("author: " + fault);
    }
}
