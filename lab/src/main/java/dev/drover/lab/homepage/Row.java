package dev.drover.lab.homepage;

import java.util.List;

/**
 * A row of a page.
 *
 * @param row which one it is
 * @param fallback whether its service failed to answer in time, so that it is the same for everyone
 * @param titles what it offers
 */
record Row(String row, boolean fallback, List<Title> titles) {}
