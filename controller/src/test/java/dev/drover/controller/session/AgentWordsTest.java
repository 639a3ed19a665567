package dev.drover.controller.session;

import static dev.drover.controller.session.Fleet.id;
import static dev.drover.controller.session.Fleet.report;
import static dev.drover.controller.session.Fleet.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.api.session.AgentMessage;
import dev.drover.api.session.Session;
import dev.drover.api.session.UserTally;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgentWordsTest extends SessionScene {

    @Nested
    class Reports {

        @Test
        void usersAddUpOverReportsAndSessionsOfOneBoot() {
            AgentSession session = greeted(link, "fra/1", "b1");
            session.onText(text(report(1, 5)));
            session.onText(text(report(2, 6)));
            session.onClosed();
            greeted(new FakeLink(), "fra/1", "b1").onText(text(report(3, 7)));

            assertThat(only().users()).isEqualTo(new UserTally(18, 0, 0, 0));
        }

        @Test
        void newBootBeginsAnew() {
            greeted(link, "fra/1", "b1").onText(text(report(9, 5)));

            greeted(new FakeLink(), "fra/1", "b2").onText(text(report(1, 2)));

            assertThat(only().users()).isEqualTo(new UserTally(2, 0, 0, 0));
            assertThat(heard.events).contains("report fra/1 b2 1");
        }

        @Test
        void duplicateAndOlderReportsAreDroppedAndCounted() {
            AgentSession session = greeted(link, "fra/1", "b1");
            session.onText(text(report(5, 1)));
            session.onText(text(report(5, 1)));
            session.onText(text(report(4, 1)));

            assertThat(only().users().arrived()).isEqualTo(1);
            assertThat(count("drover.session.dropped", "reason", "stale")).isEqualTo(2);
        }

        @Test
        void ageOfTheLastReportIsShown() {
            AgentSession session = greeted(link, "fra/1", "b1");
            assertThat(only().view().reportAgeMs()).isNull();
            session.onText(text(report(1, 5)));

            nowNanos += Duration.ofMillis(1_500).toNanos();

            assertThat(only().view().reportAgeMs()).isEqualTo(1_500);
        }

        @Test
        void reportWhoseCountsWouldOverflowASumEndsTheSession() {
            AgentSession session = greeted(link, "fra/1", "b1");

            session.onText(text(report(1, 77)).replace("77", "9223372036854775807"));

            assertThat(link.closeCode).isEqualTo(Session.CLOSE_POLICY);
            assertThat(link.closeReason).contains("arrived");
            assertThat(heard.events).doesNotContain("report fra/1 b1 1");
        }

        @Test
        void regionWithoutAReportEndsTheSession() {
            AgentSession session = greeted(link, "fra/1", "b1");

            session.onText(text(report(1, 1)).replace("\"regions\":{}", "\"regions\":{\"us-east-1\":null}"));

            assertThat(link.closeCode).isEqualTo(Session.CLOSE_POLICY);
        }
    }

    @Nested
    class Answers {

        @Test
        void appliedAndRefusedAreRememberedAndTold() {
            AgentSession session = greeted(link, "fra/1", "b1");

            session.onText(text(new AgentMessage.Applied(id(3))));
            session.onText(text(new AgentMessage.Refused(id(4), "hash\u001b[2J: x (expected: y)")));

            assertThat(only().view().applied()).isEqualTo(id(3));
            assertThat(only().view().refused()).isEqualTo("hash\\u001b[2J: x (expected: y)");
            assertThat(heard.events).contains("applied fra/1 3", "refused fra/1 4 hash\\u001b[2J: x (expected: y)");
        }

        @Test
        void refusalIsForgottenOnceANewerOneIsApplied() {
            AgentSession session = greeted(link, "fra/1", "b1");
            session.onText(text(new AgentMessage.Refused(null, "unreadable")));

            session.onText(text(new AgentMessage.Applied(id(5))));

            assertThat(only().view().refused()).isNull();
        }

        @Test
        void unknownTypesAreCountedAndIgnored() {
            AgentSession session = greeted(link, "fra/1", "b1");

            session.onText("{\"type\":\"poem\",\"lines\":[1,2]}");
            session.onText(text(report(1, 5)));

            assertThat(link.closeCode).isZero();
            assertThat(count("drover.session.messages", "type", "unknown")).isEqualTo(1);
            assertThat(heard.events).contains("report fra/1 b1 1");
        }

        @Test
        void floodIsDroppedAndEndsTheSessionIfItLasts() {
            AgentSession session = greeted(link, "fra/1", "b1");

            for (int i = 1; i <= 11_000 && link.closeCode == 0; i++) {
                nowNanos += Duration.ofMillis(1).toNanos();
                session.onText(text(report(i, 1)));
            }

            assertThat(link.closeCode).isEqualTo(Session.CLOSE_POLICY);
            assertThat(only().users().arrived()).isBetween(60L, 80L);
        }
    }
}
