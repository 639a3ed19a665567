package dev.drover.lab.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageBuilderTest {

    private static final Catalogue CATALOGUE = Catalogue.generate(1);
    private static final Viewer ANNA = new Viewer("anna");

    private record Scripted(String row, Function<Viewer, Future<Row>> script) implements RowService {

        @Override
        public Future<Row> rowFor(Viewer viewer) {
            return script.apply(viewer);
        }
    }

    private static RowService healthy(String row) {
        return new Scripted(
                row,
                viewer -> Future.succeededFuture(
                        new Row(row, false, CATALOGUE.titles().subList(0, 5))));
    }

    private static Page pageOf(RowService... services) throws TimeoutException {
        return new PageBuilder(CATALOGUE, List.of(services)).build(ANNA).await(5, TimeUnit.SECONDS);
    }

    @Test
    void aRowServiceThatNeverAnswersCostsThePageOnlyItsRow() throws TimeoutException {
        RowService stuck =
                new Scripted("trending", viewer -> Promise.<Row>promise().future());

        Page page = pageOf(healthy("new"), stuck, healthy("genre-picks"));

        assertThat(page.rows()).extracting(Row::row).containsExactly("new", "trending", "genre-picks");
        assertThat(page.rows()).extracting(Row::fallback).containsExactly(false, true, false);
        assertThat(page.rows()).allSatisfy(row -> assertThat(row.titles()).isNotEmpty());
        assertThat(page.fallbackRows()).isEqualTo(1);
    }

    @Test
    void aRowServiceThatFailsOrThrowsCostsThePageOnlyItsRow() throws TimeoutException {
        RowService failing = new Scripted("trending", viewer -> Future.failedFuture("no"));
        RowService throwing = new Scripted("new", viewer -> {
            throw new IllegalStateException("no");
        });

        Page page = pageOf(failing, throwing, healthy("genre-picks"));

        assertThat(page.rows()).extracting(Row::fallback).containsExactly(true, true, false);
    }

    @Test
    void aFallbackRowIsTheMostPopularOfTheCatalogue() throws TimeoutException {
        Page page = pageOf(new Scripted("trending", viewer -> Future.failedFuture("no")));

        assertThat(page.rows().get(0).titles()).isEqualTo(CATALOGUE.popular().subList(0, RowKind.TITLES));
    }
}
