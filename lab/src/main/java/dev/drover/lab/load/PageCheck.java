package dev.drover.lab.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** Looks into a page as a user does: is it whole, and is there anything in it? */
final class PageCheck {

    private static final JsonFactory JSON = new JsonFactory();

    private PageCheck() {}

    /** What is wrong with the body; empty if it is a whole page with rows. */
    static Optional<Outcome.Failed> faultOf(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            return rowsIn(parser) > 0
                    ? Optional.empty()
                    : Optional.of(new Outcome.Failed(FailureKind.HOLLOW, "no rows in " + body.length + " bytes"));
        } catch (IOException e) {
            return Optional.of(new Outcome.Failed(FailureKind.TRUNCATED, "no whole JSON in " + body.length + " bytes"));
        }
    }

    private static int rowsIn(JsonParser parser) throws IOException {
        int rows = 0;
        boolean inRows = false;
        int depth = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token.isStructEnd()) {
                depth--;
            } else if (token.isStructStart()) {
                rows += inRows && depth == 2 ? 1 : 0;
                depth++;
            }
            if (depth == 1) {
                inRows = token == JsonToken.FIELD_NAME && parser.currentName().equals("rows");
            }
        }
        return rows;
    }
}
