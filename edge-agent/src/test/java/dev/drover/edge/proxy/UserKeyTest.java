package dev.drover.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "user=ada | ada",
                "user=ada; x=1 | ada",
                "x=1;user=ada | ada",
                "x=1;  user=ada  ; y=2 | ada",
                "user=a=b== | a=b==",
                "user=\"ada\" | \"ada\"",
                "user= | ''",
                "user | none",
                "xuser=ada | none",
                "userx=ada | none",
                "x=user=ada | none",
                "USER=ada | none",
                "user=ada; user=bob | ada",
                "; ;; user=ada | ada",
                "'' | none"
            })
    void cookieIsFoundByItsExactName(String header, String value) {
        assertThat(UserKey.cookie(header, "user")).isEqualTo(value);
    }
}
