package dev.drover.cli.run;

import dev.drover.cli.terminal.ExitCode;
import dev.drover.cli.terminal.Terminal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A part of Drover as a process: started, then running until a signal ends it, then stopped in order. */
final class LongRun {

    private static final long STOP_SECONDS = 15;

    private final Terminal terminal;
    private final Vertx vertx;

    LongRun(Terminal terminal) {
        this.terminal = terminal;
        this.vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    }

    Vertx vertx() {
        return vertx;
    }

    /** Something that was started. */
    record Started(String message, Supplier<Future<Void>> stop) {}

    /**
     * Runs until a signal comes.
     *
     * @return the exit code if it could not be started; otherwise it does not return
     */
    int run(Future<Started> starting) {
        CountDownLatch ended = new CountDownLatch(1);
        int[] exitCode = {ExitCode.DONE};
        starting.onSuccess(started -> {
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started), "drover-stop"));
                    terminal.line(started.message());
                })
                .onFailure(failure -> {
                    terminal.notice("drover: " + reason(failure));
                    exitCode[0] = ExitCode.WRONG_USAGE;
                    ended.countDown();
                });
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return exitCode[0];
    }

    private static void stop(Started started) {
        CountDownLatch stopped = new CountDownLatch(1);
        started.stop().get().onComplete(done -> stopped.countDown());
        try {
            boolean inTime = stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                Runtime.getRuntime().halt(ExitCode.NOT_DONE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of a failure to start, what a person can do something about: mostly a port that is taken. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof IllegalStateException)) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage() == null ? root : root.getMessage());
    }
}
