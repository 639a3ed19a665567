package dev.drover.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UsersTest {

    private static Map<String, Long> visits(Population population, int count) {
        Users users = new Users(population);
        return Stream.generate(users::next)
                .limit(count)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static long of(Map<String, Long> visits, int user) {
        return visits.getOrDefault("user-" + user, 0L);
    }

    @Test
    void ofAUniformPopulationEveryoneComesAlike() {
        Map<String, Long> visits = visits(new Population(100, Popularity.UNIFORM, 1), 100_000);

        assertThat(visits).hasSize(100).containsKeys("user-0", "user-99");
        assertThat(visits.values()).allSatisfy(count -> assertThat(count).isBetween(800L, 1_200L));
    }

    @Test
    void ofAZipfPopulationTheSecondComesHalfAsOftenAsTheFirst() {
        Map<String, Long> visits = visits(new Population(1_000, Popularity.ZIPF, 1), 200_000);

        assertThat((double) of(visits, 0) / of(visits, 1)).isBetween(1.9, 2.1);
        assertThat((double) of(visits, 0) / of(visits, 9)).isBetween(9.0, 11.0);
    }

    @Test
    void theSameSeedBringsTheSameUsersInTheSameOrder() {
        Users one = new Users(new Population(1_000, Popularity.ZIPF, 5));
        Users other = new Users(new Population(1_000, Popularity.ZIPF, 5));

        assertThat(Stream.generate(one::next).limit(1_000))
                .containsExactlyElementsOf(
                        Stream.generate(other::next).limit(1_000).toList());
    }
}
