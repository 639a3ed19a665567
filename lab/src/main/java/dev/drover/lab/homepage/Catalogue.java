package dev.drover.lab.homepage;

import dev.drover.api.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Everything there is to watch, in the orders in which rows are cut from it. The same seed gives the same catalogue in
 * every region. Immutable; each title's JSON is written once, here, because every page is made of a hundred of them.
 */
public final class Catalogue {

    /** How many titles there are. */
    public static final int SIZE = 18_000;

    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2026;
    private static final int POPULARITIES = 10_000;

    private final List<Title> titles;
    private final List<Title> popular;
    private final List<Title> newest;
    private final Map<Genre, List<Title>> popularByGenre = new EnumMap<>(Genre.class);
    private final Map<Genre, List<Title>> chronicleByGenre = new EnumMap<>(Genre.class);
    private final List<String> json;

    private Catalogue(List<Title> titles) {
        Comparator<Title> byPopularity =
                Comparator.comparingInt(Title::popularity).reversed().thenComparing(Title::id);
        Comparator<Title> byYear = Comparator.comparingInt(Title::year);
        this.titles = titles;
        this.popular = titles.stream().sorted(byPopularity).toList();
        this.newest = titles.stream()
                .sorted(byYear.reversed().thenComparing(byPopularity))
                .toList();
        for (Genre genre : Genre.values()) {
            List<Title> ofGenre =
                    popular.stream().filter(title -> title.genre() == genre).toList();
            popularByGenre.put(genre, ofGenre);
            chronicleByGenre.put(
                    genre,
                    ofGenre.stream().sorted(byYear.thenComparing(Title::id)).toList());
        }
        this.json = titles.stream()
                .map(title -> "{\"id\":" + title.id() + ",\"title\":" + Json.write(title.name()) + "}")
                .toList();
    }

    /** The catalogue of that seed. */
    public static Catalogue generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Title> titles = new ArrayList<>(SIZE);
        IntStream.rangeClosed(1, SIZE).forEach(id -> titles.add(title(id, random)));
        return new Catalogue(List.copyOf(titles));
    }

    private static Title title(int id, SplittableRandom random) {
        Genre genre = Genre.of(random.nextLong());
        int year = FIRST_YEAR + random.nextInt(LAST_YEAR - FIRST_YEAR + 1);
        double fame = random.nextDouble();
        // Cubed, so that a few titles are famous and most are not.
        return new Title(id, TitleNames.next(random), genre, year, (int) (fame * fame * fame * POPULARITIES));
    }

    /** All titles by their number. */
    public List<Title> titles() {
        return titles;
    }

    /** All titles, the most popular first. */
    List<Title> popular() {
        return popular;
    }

    /** All titles, the newest first. */
    List<Title> newest() {
        return newest;
    }

    /** The titles of a genre, the most popular first. */
    List<Title> popular(Genre genre) {
        return popularByGenre.getOrDefault(genre, List.of());
    }

    /** The titles of a genre, the oldest first. */
    List<Title> chronicle(Genre genre) {
        return chronicleByGenre.getOrDefault(genre, List.of());
    }

    /** What a page says of a title. */
    String json(Title title) {
        return json.get(title.id() - 1);
    }
}
