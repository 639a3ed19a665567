package dev.drover.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCheckTest {

    private static FailureKind kindOf(String body) {
        return PageCheck.faultOf(body.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .kind();
    }

    @Test
    void aPageWithRowsIsWhole() {
        String page = "{\"user\":\"a\",\"rows\":[{\"row\":\"new\",\"titles\":[{\"id\":1}]},{\"row\":\"x\"}],\"z\":1}";

        assertThat(PageCheck.faultOf(page.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rows\":[]}",
                "{\"user\":\"a\"}",
                "{\"page\":{\"rows\":[{}]}}",
                "{\"rows\":{}}",
                "{\"rows\":{\"a\":1}}",
                "{\"a\":[{}],\"rows\":[],\"b\":[{}]}",
                "[{\"rows\":[{}]}]",
                "{\"rows\":null}",
                "\"rows\"",
                ""
            })
    void aPageWithoutRowsIsHollow(String body) {
        assertThat(kindOf(body)).isEqualTo(FailureKind.HOLLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"rows\":[{\"row\":\"new\"},", "{\"rows\":[{}]", "<html>", "{\"rows\":[{}]}]"})
    void whatIsNoWholeJsonIsTruncated(String body) {
        assertThat(kindOf(body)).isEqualTo(FailureKind.TRUNCATED);
    }
}
