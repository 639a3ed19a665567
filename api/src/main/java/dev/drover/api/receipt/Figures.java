package dev.drover.api.receipt;

/**
 * What an assignment of slots comes to.
 *
 * @param shedRps requests/s that no region serves
 * @param peakUtilization of the fullest region, as a part of its capacity
 * @param meanLatencyMs over the requests that are served; 0 if none is
 * @param movedRps requests/s that change their region
 */
public record Figures(double shedRps, double peakUtilization, double meanLatencyMs, double movedRps) {}
