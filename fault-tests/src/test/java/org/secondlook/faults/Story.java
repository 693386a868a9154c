package org.secondlook.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.secondlook.faults.Ledger.Act;

/** One difference of view, played by people on both platforms: answered and resolved, or left without an answer. */
final class Story {

    private static final Pattern RECEIPT = Pattern.compile("Reference (NS-\\d{4}-\\d{4})");
    /** A case in the list of whoever raised it: who sent it and has not seen the receipt finds the reference there. */
    private static final Pattern LISTED = Pattern.compile("(NS-\\d{4}-\\d{4}), [^.]*\\. You raised this");

    private static final Pattern DUE =
            Pattern.compile("(?:asked to answer by|has not answered yet. The date is) 5pm on \\w+day (\\d+ \\w+)");

    private static final String ASKED = "would like to resolve";

    /**
     * What somebody does before whom a screen stands on which there is nothing to do, such as after a request that was
     * sent again had put it in place of their receipt. What they are content with then says that it was done.
     */
    private static final List<Rule> LOOKS_WHERE_IT_STANDS =
            List.of(Rule.press("Who can see this", "Read it"), Rule.press("See the case", "See the case"));

    static final String NUDGE = "due by 5pm today";

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Cast cast;
    private final boolean answered;
    private final Refused refused;
    private final String mark;
    private final Map<String, Person> people;
    private final Mail mail;
    private final LocalDate today;
    private final Ledger ledger = new Ledger();
    private String due = "";

    /** @param mark stands in every word that is written, so that no other story has the same */
    Story(
            Cast cast,
            boolean answered,
            Refused refused,
            String mark,
            Map<String, Person> people,
            Mail mail,
            LocalDate today) {
        this.cast = cast;
        this.answered = answered;
        this.refused = refused;
        this.mark = mark;
        this.people = people;
        this.mail = mail;
        this.today = today;
    }

    Cast cast() {
        return cast;
    }

    Ledger ledger() {
        return ledger;
    }

    boolean isAnswered() {
        return answered;
    }

    String mark() {
        return mark;
    }

    /** Whether a message about the case may stand where it stands. */
    boolean mayReceive(Mail.Message message) {
        return cast.mayReceive(message, refused);
    }

    /** Who must be told when the platform of the other agency refuses it for good. */
    List<Expected> expectedInstead() {
        return switch (refused) {
            case NOTHING -> List.of();
            case CHANNEL -> List.of(new Expected(this, cast.otherManager(), ASKED, Instant.EPOCH));
            case MANAGER ->
                List.of(
                        new Expected(this, cast.otherDeputy(), ASKED, Instant.EPOCH),
                        new Expected(this, cast.otherLead(), "could not be delivered to", Instant.EPOCH),
                        new Expected(this, cast.manager(), "I couldn't deliver your message", Instant.EPOCH));
        };
    }

    /** What must come when nobody answers by the day that the manager was shown. */
    List<Expected> expected() {
        if (answered || due.isEmpty()) {
            return List.of();
        }
        LocalDate day = LocalDate.parse(due + " " + today.getYear(), SHOWN);
        LocalDate last = day.isBefore(today) ? day.plusYears(1) : day;
        Instant dayBefore = WorkingDays.at(WorkingDays.before(last), 9, 30);
        Instant passed = WorkingDays.at(last, 17, 0);
        List<Expected> expected = new ArrayList<>(List.of(
                new Expected(this, cast.manager(), "No agreement yet", dayBefore),
                new Expected(this, cast.otherManager(), "No agreement yet", dayBefore),
                new Expected(this, cast.otherManager(), NUDGE, WorkingDays.at(last, 9, 30)),
                new Expected(this, cast.manager(), "is now at", passed),
                new Expected(this, cast.raiser(), "is now at", passed)));
        cast.above().forEach(name -> expected.add(new Expected(this, name, "has reached you at", passed)));
        return expected;
    }

    void raise() {
        Person raiser = person(cast.raiser());
        List<Rule> rules = List.of(
                Rule.fill("First, is it urgent?", "Is any child in danger", "No"),
                Rule.fill("Question 2 of", "What is the difference about?", "Whether a referral"),
                Rule.fill("Question 3 of", "Which agency's decision", cast.otherAgency()),
                Rule.fill("Question 4 of", "Have you talked it over", "Not yet"),
                Rule.press("Talk it over first?", "Carry on"),
                Rule.fill(
                        "Question 5 of",
                        Map.of(
                                "Have you been able to talk",
                                "Yes",
                                "When did you talk",
                                today.minusDays(1).toString())),
                Rule.fill(
                        "Question 6 of",
                        Map.of(
                                "Do you have a case reference",
                                "No. Make one",
                                "What keeps the child safe",
                                wrote("The health visitor calls."),
                                "Is your agency still working",
                                "Yes")),
                Rule.fill(
                        "Question 7 of",
                        Map.of(
                                "What was decided",
                                wrote("The referral was closed."),
                                "Whose decision",
                                cast.deciderName())),
                Rule.fill("Question 8 of", "What do you see", wrote("Three visits were missed.")),
                Rule.fill(
                        "Question 9 of",
                        Map.of(
                                "What is your view based on",
                                "A pattern over time",
                                "What level of need",
                                wrote("Level 3 of the continuum."))),
                Rule.fill("Question 10 of", "What is it like for the child", wrote("Weight is falling.")),
                Rule.fill(
                        "Question 11 of",
                        Map.of(
                                "What would you like",
                                wrote("An assessment this week."),
                                "How soon",
                                "(3 working days")),
                Rule.press("Question 12 of", "Continue"),
                Rule.fill("Question 13 of", "What makes this important", wrote("Nobody else sees the child.")),
                Rule.press("Question 14 of", "Continue"),
                new Rule("Check your answers", Map.of(), "Send to", true),
                Rule.press("You have an unfinished one", "Carry on"),
                Rule.press("did this at", "My cases"));
        String seen = new Visit(raiser, raiser::begins, rules, RECEIPT + "|" + LISTED).done();
        String reference = Stream.of(RECEIPT, LISTED)
                .flatMap(pattern -> pattern.matcher(seen).results())
                .map(found -> found.group(1))
                .filter(raiser.raised::add)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Expected a new reference, but it says: " + seen));
        ledger.isCalled(reference);
        ledger.acknowledge(Act.CASE_RAISED);
    }

    void takeForward() {
        List<Rule> rules = List.of(
                Rule.press("Do you know this child", "No"),
                Rule.press("Has anything changed for the child?", "No"),
                Rule.press("was last checked", "It's right"),
                Rule.fill("Anything to add as manager", "Anything to add as manager", wrote("I share this worry.")),
                Rule.press("Check before it goes", "Send to"),
                Rule.press("Three visits were missed.", "Take it to"));
        String receipt =
                visit(cast.manager(), "A colleague has asked you", "Read it", rules, DUE.pattern() + "|did this at");
        Matcher on = DUE.matcher(receipt);
        if (on.find()) {
            due = on.group(1);
        }
        ledger.acknowledge(Act.TAKEN_FORWARD);
    }

    void answer() {
        List<Rule> rules = List.of(
                Rule.press("Do you know this child", "No"),
                Rule.press("Has anything changed for the child?", "No"),
                Rule.fill(
                        "What will you do?",
                        Map.of(
                                "What will you do?",
                                wrote("We see the family this week."),
                                "By when?",
                                today.plusDays(3).toString(),
                                "What keeps the child safe",
                                wrote("The school sees the child."),
                                "Is your agency still working",
                                "Yes")),
                Rule.press("Check your answer", "Send to"),
                Rule.press("How would you like to respond?", "Agree to a change"));
        visit(
                cast.otherManager(),
                ASKED,
                "Read it",
                rules,
                "is asked to settle it with you|Your answer is with the other agency|did this at");
        ledger.acknowledge(Act.RESPONDED);
    }

    void agree() {
        List<Rule> rules = List.of(
                Rule.press("Do you know this child", "No"),
                Rule.press("Has anything changed for the child?", "No"),
                Rule.fill(
                        "What have you agreed?",
                        Map.of(
                                "What have you agreed?",
                                wrote("The family is seen this week."),
                                "What became of the decision?",
                                "The decision changes")),
                Rule.fill(
                        "Who will do what",
                        Map.of(
                                "Action 1: what",
                                wrote("Visit the family at home"),
                                "Action 1: by whom",
                                "The social worker",
                                "Action 1: which agency",
                                cast.otherAgency(),
                                "Action 1: by when",
                                today.plusDays(3).toString())),
                Rule.fill("What is left", "How will you know", wrote("A visit has taken place.")),
                Rule.press("Check the words", "Send to"),
                Rule.press("agrees to a change", "We've agreed"));
        visit(
                cast.manager(),
                "The other agency has answered",
                "Read it",
                rules,
                "It is not resolved until both of you|The words to confirm|did this at");
        ledger.acknowledge(Act.RESOLUTION_PROPOSED);
    }

    void confirm() {
        visit(
                cast.otherManager(),
                "words to confirm",
                "Read it",
                List.of(
                        Rule.press("Do you know this child", "No"),
                        Rule.press("Has anything changed for the child?", "No"),
                        Rule.press("The family is seen this week.", "Yes, this is what we agreed")),
                "Your yes to these words is recorded|Both sides have said yes to the same words|did this at");
        ledger.acknowledge(Act.RESOLUTION_CONFIRMED);
    }

    void close() {
        for (String name : List.of(cast.manager(), cast.otherManager(), cast.raiser(), cast.decider())) {
            List<Rule> rules = List.of(
                    Rule.press("Do you know this child", "No"),
                    Rule.press("Has anything changed for the child?", "No"),
                    new Rule(
                            "Do you still believe",
                            Map.of("Do you still believe", "No", "Are you satisfied", "Yes"),
                            "Record my answer",
                            false),
                    Rule.press("The family is seen this week.", "Answer two questions"));
            visit(
                    name,
                    "you are asked two questions",
                    "Answer two questions",
                    rules,
                    "Your answer is recorded|did this at|no longer asked");
            ledger.acknowledge(Act.CLOSING_ANSWERED);
        }
    }

    /** Waits for a message about this case, and does what it asks for. */
    private String visit(String name, String message, String button, List<Rule> rules, String receipt) {
        Person person = person(name);
        Optional<Mail.Message> found = arrived(name, message);
        Mail.Message asked = found.orElseThrow(() ->
                new AssertionError("%s got no message '%s' about %s".formatted(name, message, ledger.reference())));
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(LOOKS_WHERE_IT_STANDS);
        return new Visit(person, () -> person.presses(asked, button), all, ofThisCase(receipt)).done();
    }

    /**
     * Whoever has two cases may see a screen of the other, which came late. Somebody who was asked and finds that nothing is
     * asked any more has done it.
     */
    private String ofThisCase(String receipt) {
        return "(?s)(?=.*%s).*(?:%s|Nothing is asked of you at the moment)".formatted(ledger.reference(), receipt);
    }

    private Optional<Mail.Message> arrived(String name, String text) {
        Optional<?>[] found = {Optional.empty()};
        Waiting.until(Batch.ARRIVES_WITHIN, () -> {
            found[0] =
                    mail.last(message -> message.readers().contains(name) && message.isAbout(ledger.reference(), text));
            return found[0].isPresent();
        });
        return found[0].map(Mail.Message.class::cast);
    }

    private Person person(String handle) {
        Person person = people.get(handle);
        if (person == null) {
            throw new AssertionError("Nobody plays " + handle);
        }
        return person;
    }

    private String wrote(String text) {
        String marked = text + " [" + mark + "]";
        ledger.wrote(marked);
        return marked;
    }
}
