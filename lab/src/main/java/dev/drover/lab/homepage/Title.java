package dev.drover.lab.homepage;

/**
 * Something to watch.
 *
 * @param id from 1 upwards, its place in the catalogue
 * @param name what it is called
 * @param genre its kind
 * @param year of its release
 * @param popularity 0 (nobody watches it) to 9,999
 */
public record Title(int id, String name, Genre genre, int year, int popularity) {}
