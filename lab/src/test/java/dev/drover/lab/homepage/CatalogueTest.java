package dev.drover.lab.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.generate(1);

    @Test
    void theSameSeedGivesTheSameTitlesAndAnotherSeedOthers() {
        assertThat(CATALOGUE.titles())
                .hasSize(18_000)
                .isEqualTo(Catalogue.generate(1).titles());
        assertThat(CATALOGUE.titles()).isNotEqualTo(Catalogue.generate(2).titles());
    }

    @Test
    void everyGenreHasEnoughTitlesForItsRows() {
        for (Genre genre : Genre.values()) {
            assertThat(CATALOGUE.popular(genre)).hasSizeGreaterThan(1_000);
            assertThat(CATALOGUE.chronicle(genre)).hasSameSizeAs(CATALOGUE.popular(genre));
        }
    }

    @Property(tries = 200)
    void everyRowOfEveryUserIsFullAndRepeatsNothing(
            @ForAll @AlphaChars @StringLength(min = 1, max = 128) String user, @ForAll RowKind kind) {
        Viewer viewer = new Viewer(user);

        assertThat(kind.pick(CATALOGUE, viewer))
                .hasSize(RowKind.TITLES)
                .doesNotHaveDuplicates()
                .isEqualTo(kind.pick(CATALOGUE, new Viewer(user)));
    }
}
