package dev.drover.lab.homepage;

import dev.drover.api.json.Json;
import java.util.List;

/**
 * A homepage.
 *
 * @param rows from top to bottom; empty when it is hollow
 */
record Page(List<Row> rows) {

    /** What a region answers when it is hollow: well formed, and nothing in it. */
    static final Page HOLLOW = new Page(List.of());

    private static final int USUAL_CHARACTERS = 8_192;

    long fallbackRows() {
        return rows.stream().filter(Row::fallback).count();
    }

    String json(String region, Viewer viewer, Catalogue catalogue) {
        StringBuilder json = new StringBuilder(USUAL_CHARACTERS);
        json.append("{\"user\":").append(Json.write(viewer.key()));
        json.append(",\"region\":").append(Json.write(region)).append(",\"rows\":[");
        String separator = "";
        for (Row row : rows) {
            json.append(separator);
            append(json, row, catalogue);
            separator = ",";
        }
        return json.append("]}").toString();
    }

    private static void append(StringBuilder json, Row row, Catalogue catalogue) {
        json.append("{\"row\":\"").append(row.row()).append("\",\"fallback\":").append(row.fallback());
        json.append(",\"titles\":[");
        String separator = "";
        for (Title title : row.titles()) {
            json.append(separator).append(catalogue.json(title));
            separator = ",";
        }
        json.append("]}");
    }
}
