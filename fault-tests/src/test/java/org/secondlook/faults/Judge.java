package org.secondlook.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.secondlook.faults.Findings.Kind;

/** Compares what people were told with what is stored, and with what arrived. */
final class Judge {

    /** What the list of everything that needs somebody is called. */
    private static final String LIST = "Your list for today";

    private final Findings findings;
    private final Disruptions disruptions;

    Judge(Findings findings, Disruptions disruptions) {
        this.findings = findings;
        this.disruptions = disruptions;
    }

    /** Everything that was acknowledged is stored, once, and in the words that were written. */
    void compareWithStore(List<Story> stories, Map<String, Records.Kept> kept, Set<String> known) {
        for (Story story : stories) {
            Ledger ledger = story.ledger();
            Records.Kept its = kept.get(ledger.reference());
            if (its == null) {
                findings.add(Kind.LOST, "case %s of story %s".formatted(ledger.reference(), story.mark()));
                continue;
            }
            ledger.acknowledged().forEach((act, told) -> {
                int stored = its.acts().getOrDefault(act, 0);
                if (stored < told) {
                    findings.add(Kind.LOST, "%s of %s: %d of %d".formatted(act, its.reference(), stored, told));
                } else if (stored > told) {
                    findings.add(Kind.DOUBLED, "%s of %s: %d for %d".formatted(act, its.reference(), stored, told));
                }
            });
            ledger.words().stream()
                    .filter(words -> !its.words().contains(words))
                    .forEach(words -> findings.add(Kind.LOST, "'%s' in %s".formatted(words, its.reference())));
        }
        Set<String> begun =
                stories.stream().map(story -> story.ledger().reference()).collect(Collectors.toSet());
        kept.keySet().stream()
                .filter(reference -> !begun.contains(reference) && !known.contains(reference))
                .forEach(reference ->
                        findings.add(Kind.DOUBLED, "case %s, which nobody was told of".formatted(reference)));
    }

    /** Every message came once, to nobody but those whom the scenario entitles, and a list once a morning. */
    void compareWithMail(List<Story> stories, List<Mail.Message> mail) {
        Map<String, Mail.Message> seen = new HashMap<>();
        for (Mail.Message message : mail) {
            stories.stream()
                    .filter(story ->
                            message.references().contains(story.ledger().reference()))
                    .filter(story -> !story.mayReceive(message))
                    .forEach(story -> findings.add(
                            Kind.MISROUTED, "to %s: %s".formatted(message.conversation(), message.words())));
            if (message.references().isEmpty()) {
                continue;
            }
            String what = message.words().contains(LIST) ? LIST + WorkingDays.dayOf(message.at()) : message.words();
            Mail.Message before = seen.put(message.conversation() + what, message);
            if (before != null && disruptions.excuse(before)) {
                findings.cameAgain();
            } else if (before != null) {
                findings.add(
                        Kind.DOUBLED,
                        "message of %s and %s to %s: %s"
                                .formatted(before.at(), message.at(), message.conversation(), message.words()));
            }
        }
    }

    /** What was due came, and not before. */
    void compareWithDates(List<Expected> expected, List<Mail.Message> mail) {
        for (Expected each : expected) {
            List<Mail.Message> met = mail.stream().filter(each::isMetBy).toList();
            if (met.isEmpty()) {
                findings.add(Kind.MISSED, each.toString());
            }
            met.stream()
                    .filter(message -> message.at().isBefore(each.due()))
                    .forEach(message -> findings.add(Kind.EARLY, each + ", came " + message.at()));
        }
    }
}
