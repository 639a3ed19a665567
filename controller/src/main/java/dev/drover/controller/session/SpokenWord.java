package dev.drover.controller.session;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.Overlay;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.UserTally;
import dev.drover.api.settings.Check;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an agent says, and keeps out what would hurt whoever sums it up, stores it or prints it. */
final class SpokenWord {

    /** The most that one report may count of anything: far above a region's traffic, far below an overflow. */
    static final long MAX_COUNT = 1_000_000_000L;
    /** The longest free text of an agent that is kept; the rest is cut off. */
    static final int MAX_TEXT_CHARACTERS = 500;

    private static final int MAX_BOOT_ID_CHARACTERS = 64;
    private static final int MAX_BUILD_CHARACTERS = 128;
    private static final int MAX_FORMS = 16;

    private SpokenWord() {}

    /**
     * Reads one message.
     *
     * @throws IllegalArgumentException naming the place, the value and what was expected
     */
    static AgentMessage read(String text) {
        AgentMessage message = Json.readMessage(text, AgentMessage.class);
        if (message instanceof AgentMessage.Hello hello) {
            return checked(hello);
        }
        if (message instanceof AgentMessage.Report report) {
            return checked(report);
        }
        if (message instanceof AgentMessage.Refused refused) {
            return new AgentMessage.Refused(refused.policy(), printable(refused.reason()));
        }
        return message;
    }

    private static AgentMessage checked(AgentMessage.Hello hello) {
        Check.text("bootId", hello.bootId(), MAX_BOOT_ID_CHARACTERS);
        Check.text("build", hello.build(), MAX_BUILD_CHARACTERS);
        if (hello.accepts().size() > MAX_FORMS) {
            throw new IllegalArgumentException(
                    "accepts: " + hello.accepts().size() + " forms (expected: at most " + MAX_FORMS + ")");
        }
        return hello;
    }

    private static AgentMessage checked(AgentMessage.Report report) {
        UserTally users = report.users();
        count("users arrived", users.arrived());
        count("users failed", users.failed());
        count("users retried", users.retried());
        count("users shed", users.shed());
        for (Map.Entry<RegionId, RegionReport> region : report.regions().entrySet()) {
            if (region.getValue() == null) {
                throw new IllegalArgumentException("region " + region.getKey() + ": null (expected: what was seen)");
            }
            count("probes of " + region.getKey(), region.getValue().probes().count());
            count("requests of " + region.getKey(), region.getValue().requests().count());
        }
        return new AgentMessage.Report(
                report.sequence(),
                report.sentAt(),
                report.intervalMs(),
                users,
                report.regions(),
                printable(report.overlay()),
                report.stale());
    }

    private static void count(String name, long value) {
        if (value > MAX_COUNT) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at most " + MAX_COUNT + ")");
        }
    }

    private static @Nullable Overlay printable(@Nullable Overlay overlay) {
        return overlay == null ? null : new Overlay(overlay.region(), overlay.since(), printable(overlay.evidence()));
    }

    /** The text without control characters, and not longer than is kept. */
    static String printable(String text) {
        String cut = text.length() <= MAX_TEXT_CHARACTERS ? text : text.substring(0, MAX_TEXT_CHARACTERS) + "...";
        StringBuilder clean = new StringBuilder(cut.length());
        cut.chars().forEach(c -> clean.append(Character.isISOControl(c) ? '?' : (char) c));
        return clean.toString();
    }
}
