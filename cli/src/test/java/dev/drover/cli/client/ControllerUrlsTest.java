package dev.drover.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControllerUrlsTest {

    @Test
    void severalAreSeparatedByCommas() {
        assertThat(ControllerUrls.parse("http://a:7000, https://b:7001/,c:7002"))
                .containsExactly(
                        URI.create("http://a:7000"), URI.create("https://b:7001"), URI.create("http://c:7002"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://a,,http://b",
                "ftp://a",
                "http://",
                "http://a:7000/v1",
                "http://a?x",
                "http://a#x",
                "http://user@a",
                "http://a:99999",
                "http://a b",
                "http://a:port",
            })
    void whatIsNoUrlOfAControllerIsRefused(String list) {
        assertThatThrownBy(() -> ControllerUrls.parse(list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(expected: http://host:port without a path, several separated by commas)");
    }

    @Test
    void aListWithoutEndIsRefused() {
        assertThatThrownBy(() -> ControllerUrls.parse("a,".repeat(16) + "a"))
                .hasMessage("controllers: 17 (expected: at most 16)");
    }
}
