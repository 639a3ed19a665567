package dev.drover.lab.homepage;

/** Counts what a region does. Confined to its event loop. */
final class LoadMeter {

    private final HomepageConfig config;
    private final SlidingRate arriving;
    private long arrived;
    private long served;
    private long refused;
    private long failed;
    private long fallbackRows;
    private long probes;

    LoadMeter(HomepageConfig config, long nowNanos) {
        this.config = config;
        this.arriving = new SlidingRate(nowNanos);
    }

    void arrived(long nowNanos) {
        arrived++;
        arriving.count(nowNanos);
    }

    void served(Page page) {
        served++;
        fallbackRows += page.fallbackRows();
    }

    void refused() {
        refused++;
    }

    void failed(int requests) {
        failed += requests;
    }

    void probed() {
        probes++;
    }

    RegionLoad load(WorkerPool<?> workers, int connections, long nowNanos) {
        double rps = arriving.perSecond(nowNanos);
        return new RegionLoad(
                config.region(),
                config.capacityRps(),
                rps,
                rps / config.capacityRps(),
                arrived,
                served,
                refused,
                failed,
                fallbackRows,
                probes,
                workers.busy(),
                workers.waiting(),
                connections);
    }
}
