package dev.drover.lab.homepage;

import java.util.SplittableRandom;

/** Makes up names of titles out of short lists of words. */
final class TitleNames {

    private static final String[] QUALITIES = words(
            "Silent Crimson Broken Golden Hidden Distant Frozen Burning Endless Hollow Velvet Iron Paper Electric Lonely "
                    + "Restless Scarlet Wicked Gentle Sudden Borrowed Forgotten Northern Southern Midnight Early Late "
                    + "Second Last First Bitter Sweet Stolen Painted Wooden Glass Silver Copper Quiet Loud Blue Green "
                    + "Savage Tender Crooked Honest Secret Open Empty Wild");
    private static final String[] THINGS = words(
            "River Harbour Letter Garden Mirror Orchard Signal Winter Summer Station Empire Shadow Lantern Kingdom "
                    + "Promise Stranger Witness Valley Island Machine Orchestra Detective Gambler Pilot Sailor Doctor "
                    + "Shepherd Baker Thief Queen Prince Painter Forest Desert Ocean Mountain Tower Bridge Window Door "
                    + "Clock Compass Engine Circus Theatre Museum Library Kitchen Highway Frontier");
    private static final String[] PLACES = words(
            "Lisbon Oslo Havana Kyoto Cairo Quebec Naples Dublin Bergen Lima Tunis Riga Porto Ghent Perth Bristol Malmo "
                    + "Salem Tulsa Reno");

    private TitleNames() {}

    static String next(SplittableRandom random) {
        String quality = pick(QUALITIES, random);
        String thing = pick(THINGS, random);
        return switch (random.nextInt(6)) {
            case 0 -> "The " + quality + " " + thing;
            case 1 -> quality + " " + thing;
            case 2 -> "The " + thing + " of " + pick(PLACES, random);
            case 3 -> quality + " " + thing + " in " + pick(PLACES, random);
            case 4 -> "A " + thing + " Called " + quality;
            default -> "The " + quality + " " + thing + " Returns";
        };
    }

    private static String pick(String[] words, SplittableRandom random) {
        return words[random.nextInt(words.length)];
    }

    private static String[] words(String list) {
        return list.split(" ", -1);
    }
}
