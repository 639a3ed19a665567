package dev.drover.cli.client;

import dev.drover.api.json.Json;
import dev.drover.api.json.UnreadableJsonException;
import dev.drover.api.problem.Problem;
import dev.drover.api.settings.Durations;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The controllers of one cluster, any of which will do: each is tried in turn, and whoever answered is asked first the
 * next time, so that the answers of one command fit together.
 *
 * <p>Blocks its caller; confined to one thread.
 */
public final class Controllers {

    private static final long MAX_ANSWER_BYTES = 64L * 1024 * 1024;
    private static final int OK_BELOW = 300;
    private static final int UNAVAILABLE = 503;

    private final List<URI> urls;
    private final Timeouts timeouts;
    private final HttpClient http;

    /**
     * Those controllers; nothing is connected yet.
     *
     * @param urls in the order in which they are tried
     */
    public Controllers(List<URI> urls) {
        this(urls, Timeouts.DEFAULT);
    }

    Controllers(List<URI> urls, Timeouts timeouts) {
        this.urls = new ArrayList<>(urls);
        this.timeouts = timeouts;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeouts.connect())
                .build();
    }

    /**
     * Gets a document.
     *
     * @param path from the root
     * @throws RefusedException if the answer is a problem
     * @throws NotReachedException if no controller gave an answer that can be read
     */
    public <T> T get(String path, Class<T> type) {
        return read(exchange(base -> request(base, path).GET().build()), type);
    }

    /**
     * Asks for a change. Once a controller may have heard it, no other is asked.
     *
     * @throws RefusedException if the answer is a problem
     * @throws NotReachedException if no controller gave an answer that can be read
     */
    public <T> T post(String path, Object body, Class<T> type) {
        String text = Json.write(body);
        String key = UUID.randomUUID().toString();
        return read(
                exchange(base -> request(base, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(text))
                        .build()),
                type);
    }

    private static HttpRequest.Builder request(URI base, String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Accept", "application/json, " + Problem.MEDIA_TYPE);
    }

    private String exchange(Function<URI, HttpRequest> requestTo) {
        List<String> tried = new ArrayList<>();
        Problem unavailable = null;
        for (URI url : List.copyOf(urls)) {
            HttpRequest request = requestTo.apply(url);
            try {
                HttpResponse<String> response = send(request);
                if (response.statusCode() < OK_BELOW) {
                    prefer(url);
                    return response.body();
                }
                Problem problem = problemOf(url, response);
                if (problem.status() != UNAVAILABLE) {
                    throw new RefusedException(problem);
                }
                unavailable = unavailable == null ? problem : unavailable;
                tried.add(url + ": " + problem.title());
            } catch (IOException e) {
                tried.add(url + ": " + reasonOf(e));
                if (!request.method().equals("GET") && mayHaveBeenHeard(e)) {
                    throw new NotReachedException(unknownOutcome(tried));
                }
            }
        }
        throw failure(unavailable, tried);
    }

    private static RuntimeException failure(@Nullable Problem unavailable, List<String> tried) {
        return unavailable == null ? new NotReachedException(nobodyAnswered(tried)) : new RefusedException(unavailable);
    }

    /** The timeout that a request itself may have ends with the headers; this one covers the body too. */
    private HttpResponse<String> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, info -> new BoundedBody(MAX_ANSWER_BYTES));
        try {
            return answer.get(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + Durations.write(timeouts.answer()), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void prefer(URI url) {
        urls.remove(url);
        urls.add(0, url);
    }

    private Problem problemOf(URI url, HttpResponse<String> response) throws IOException {
        try {
            return Json.readMessage(response.body(), Problem.class);
        } catch (UnreadableJsonException e) {
            throw new IOException(
                    "answered " + response.statusCode() + " as no controller does; is " + url + " one?", e);
        }
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return Json.readMessage(body, type);
        } catch (UnreadableJsonException e) {
            throw new NotReachedException(List.of(
                    urls.get(0) + ": its answer cannot be read: " + e.getMessage(),
                    "Is that a Drover controller, and this command as new as it is?"));
        }
    }

    private static boolean mayHaveBeenHeard(IOException e) {
        return !(e instanceof ConnectException || e instanceof HttpConnectTimeoutException);
    }

    private String reasonOf(IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            return "no connection within " + Durations.write(timeouts.connect());
        }
        if (e instanceof ConnectException) {
            return e.getCause() != null
                            && e.getCause().getClass().getSimpleName().startsWith("Unresolved")
                    ? "the host's name is not known"
                    : "connection refused";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static List<String> nobodyAnswered(List<String> tried) {
        List<String> lines = new ArrayList<>();
        lines.add("No controller could be reached:");
        tried.forEach(each -> lines.add("  " + each));
        lines.add("Start one (`drover demo` runs a whole world), or say where yours are: --controller URL, or"
                + " DROVER_CONTROLLERS in the environment.");
        return lines;
    }

    private static List<String> unknownOutcome(List<String> tried) {
        List<String> lines = new ArrayList<>();
        lines.add("It is not known whether this was done; the controller may have heard it:");
        tried.forEach(each -> lines.add("  " + each));
        lines.add("Look with `drover status` before you try again.");
        return lines;
    }
}
