package dev.drover.api.json;

/** Whether text is Unicode throughout: a surrogate that stands alone has no UTF-8 form and would come back as another. */
final class WellFormed {

    private static final int ESCAPE_CHARACTERS = 6;

    private WellFormed() {}

    /**
     * Where in a JSON document the first lone surrogate stands, raw or escaped.
     *
     * @return its index, or -1 if there is none
     */
    static int firstLoneSurrogate(String json) {
        int high = -1;
        for (int at = 0; at < json.length(); ) {
            char unit = json.charAt(at);
            int width = 1;
            if (unit == '\\') {
                int escaped = escapedUnit(json, at);
                width = escaped < 0 ? 2 : ESCAPE_CHARACTERS;
                unit = escaped < 0 ? ' ' : (char) escaped;
            }
            if (Character.isLowSurrogate(unit) ? high < 0 : high >= 0) {
                return high < 0 ? at : high;
            }
            high = Character.isHighSurrogate(unit) ? at : -1;
            at += width;
        }
        return high;
    }

    /** The text with each raw lone surrogate replaced by the character that stands for what cannot be shown. */
    static String replaced(String text) {
        if (firstLoneSurrogate(text) < 0) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().map(WellFormed::shown).forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static int shown(int character) {
        return Character.getType(character) == Character.SURROGATE ? 0xFFFD : character;
    }

    private static int escapedUnit(String json, int at) {
        if (at + ESCAPE_CHARACTERS > json.length() || json.charAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int digit = at + 2; digit < at + ESCAPE_CHARACTERS; digit++) {
            int value = Character.digit(json.charAt(digit), 16);
            if (value < 0) {
                return -1;
            }
            unit = unit * 16 + value;
        }
        return unit;
    }
}
