package dev.drover.controller.store.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drover.api.fleet.ServiceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZooKeeperPathsTest {

    private final ZooKeeperPaths paths = new ZooKeeperPaths("main");

    @Test
    void everythingLiesUnderTheCluster() {
        assertThat(paths.leader()).isEqualTo("/drover/main/leader");
        assertThat(paths.pointer(ServiceId.of("homepage"))).isEqualTo("/drover/main/routing/homepage");
    }

    @Test
    void namesOfRevisionsSortAsNumbers() {
        ServiceId service = ServiceId.of("homepage");

        assertThat(paths.publication(service, 9)).isLessThan(paths.publication(service, 10));
        assertThat(paths.publication(service, 10)).isLessThan(paths.publication(service, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "Main", "a b", "/", "zookeeper\u0000"})
    void otherNamesOfClustersAreRefused(String cluster) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ZooKeeperPaths(cluster))
                .withMessageContaining("cluster name: '" + cluster + "' (expected: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "../x", "a\u0000"})
    void otherNamesOfControllersAreRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paths.controller(id, "boot"))
                .withMessageContaining("(expected: ");
    }
}
