package dev.drover.cli.operator;

import dev.drover.cli.client.ControllerUrls;
import dev.drover.cli.client.Controllers;
import dev.drover.cli.terminal.Terminal;
import dev.drover.cli.terminal.UsageException;
import java.util.List;
import picocli.CommandLine.Option;

/** What every command that asks controllers takes. */
final class ClientOptions {

    private static final String VARIABLE = "DROVER_CONTROLLERS";

    @Option(
            names = {"-c", "--controller"},
            paramLabel = "URL",
            description =
                    "A controller, such as http://127.0.0.1:7000; repeat it, or separate several by commas, and they"
                            + " are tried in turn. Default: DROVER_CONTROLLERS, else " + ControllerUrls.DEFAULT + ".")
    private List<String> urls = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json",
            defaultValue = "table",
            description = "What the result is written as; table if not given.")
    private Output output = Output.TABLE;

    boolean json() {
        return output == Output.JSON;
    }

    /** Who is asked; throws UsageException if a URL is not one. */
    Controllers controllers(Terminal terminal) {
        boolean named = !urls.isEmpty();
        String list =
                named ? String.join(",", urls) : terminal.variable(VARIABLE).orElse(ControllerUrls.DEFAULT);
        try {
            return new Controllers(ControllerUrls.parse(list));
        } catch (IllegalArgumentException e) {
            throw new UsageException((named ? "--controller: " : VARIABLE + ": ") + e.getMessage(), e);
        }
    }
}
