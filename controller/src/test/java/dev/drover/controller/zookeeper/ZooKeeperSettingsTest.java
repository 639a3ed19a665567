package dev.drover.controller.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZooKeeperSettingsTest {

    @Test
    void ensemblesHaveDefaultTimeouts() {
        ZooKeeperSettings settings = ZooKeeperSettings.of("10.0.0.1:2181,zk-2.example:2181");

        assertThat(settings.sessionTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(settings.connectionTimeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "host", "host:2181/chroot", "host:2181,", "a:1 b:2", "host:port"})
    void anythingElseThanServersIsRefused(String servers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZooKeeperSettings.of(servers))
                .withMessageContaining("zookeeper servers: '" + servers + "' (expected: host:port");
    }

    @Test
    void sessionMustBeLongerThanATickAndShorterThanAMinute() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZooKeeperSettings("a:1", Duration.ofMillis(999), Duration.ofSeconds(2)))
                .withMessage("zookeeper sessionTimeout: 999ms (expected: 1s to 1m)");
    }
}
