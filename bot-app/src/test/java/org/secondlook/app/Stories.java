package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.secondlook.app.trial.Chat;

/**
 * The stories of the main job, in both directions: a difference that is answered, one that is not, and a question that is put
 * before it is answered. How people reach the bot is for subclasses to say.
 */
abstract class Stories {

    /** Who raises, and where it goes. */
    enum Direction {
        FROM_SLACK_TO_TEAMS(
                "asha-patel",
                "Asha Patel",
                "tom-reed",
                "Tom Reed at the trust",
                "Northshire Council",
                "dan-moore",
                "Dan Moore",
                "priya-shah",
                "Priya Shah at the council",
                "Assessment team"),
        FROM_TEAMS_TO_SLACK(
                "dan-moore",
                "Dan Moore",
                "priya-shah",
                "Priya Shah at the council",
                "Northshire Community NHS Trust",
                "asha-patel",
                "Asha Patel",
                "tom-reed",
                "Tom Reed at the trust",
                "health-visiting");

        final String raiser;
        final String raiserName;
        final String manager;
        final String managerWhere;
        final String otherAgency;
        final String decider;
        final String deciderName;
        final String otherManager;
        final String otherManagerWhere;
        final String otherChannel;

        Direction(
                String raiser,
                String raiserName,
                String manager,
                String managerWhere,
                String otherAgency,
                String decider,
                String deciderName,
                String otherManager,
                String otherManagerWhere,
                String otherChannel) {
            this.raiser = raiser;
            this.raiserName = raiserName;
            this.manager = manager;
            this.managerWhere = managerWhere;
            this.otherAgency = otherAgency;
            this.decider = decider;
            this.deciderName = deciderName;
            this.otherManager = otherManager;
            this.otherManagerWhere = otherManagerWhere;
            this.otherChannel = otherChannel;
        }
    }

    /** Somebody of the sample directory, on their own platform. */
    abstract Chat person(String name);

    /** Looks over the shoulders of these people from now on. */
    abstract void show(String... people);

    /** Lets time pass until something is due. */
    abstract void letTimePass();

    /** The Tuesday on which a story begins, at 10. */
    abstract LocalDate tuesday();

    /** Keeps a picture of what is shown. */
    abstract void picture(String name);

    @ParameterizedTest
    @EnumSource
    void aDifferenceIsAnsweredAndBothConfirmTheSameWords(Direction way) {
        Chat raiser = person(way.raiser);
        Chat manager = person(way.manager);
        Chat otherManager = person(way.otherManager);

        show(way.raiser, way.otherManager);
        raises(raiser, way);

        show(way.manager, way.otherManager);
        timePassesUntil(manager.goesToTheBot(), "A colleague has asked you");
        takesForward(manager, way.otherManagerWhere);
        timePassesUntil(otherManager.goesToChannel(way.otherChannel), "would like to resolve a difference of view");
        picture("in-the-channel-" + way);
        otherManager.pressesIn("would like to resolve a difference of view", "Read it");
        agreesTheDateAndIsReminded(otherManager, way.managerWhere);

        timePassesUntil(manager, "The other agency has answered");
        manager.pressesIn("The other agency has answered", "Read it").sees("agrees to a change");
        writesWhatWasAgreed(manager, way.otherAgency, nameOf(way.otherManagerWhere));
        timePassesUntil(otherManager.goesToTheBot(), "words to confirm");
        otherManager.pressesIn("words to confirm", "Read it").sees("The family is seen this week.");
        picture("the-same-words-" + way);
        otherManager
                .presses("Yes, this is what we agreed")
                .sees("Your yes to these words is recorded")
                .closes();

        timePassesUntil(manager, "you are asked two questions");
        answersTwoQuestions(manager);
        answersTwoQuestions(otherManager);
        show(way.raiser, way.decider);
        answersTwoQuestions(raiser.goesToTheBot());
        opensTheTwoQuestions(person(way.decider).goesToTheBot());
        raiser.reads("has been resolved");
        show(way.manager, way.otherManager);
        records(manager.goesToTheBot());
        records(otherManager.goesToTheBot());
        picture("resolved-" + way);
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionIsPassedOnInsideAndItsAnswerSentOn(Direction way) {
        Chat raiser = person(way.raiser);
        Chat manager = person(way.manager);
        Chat otherManager = person(way.otherManager);

        show(way.raiser, way.otherManager);
        raises(raiser, way);
        show(way.manager, way.otherManager);
        timePassesUntil(manager.goesToTheBot(), "A colleague has asked you");
        takesForward(manager, way.otherManagerWhere);
        timePassesUntil(otherManager.goesToChannel(way.otherChannel), "would like to resolve a difference of view");
        otherManager
                .pressesIn("would like to resolve a difference of view", "Read it")
                .sees("Do you know this child")
                .presses("No")
                .sees("Has anything changed for the child?")
                .presses("No");
        otherManager
                .sees("How would you like to respond?")
                .presses("Ask %s a question".formatted(nameOf(way.managerWhere)));
        otherManager
                .answers("What do you want to ask", "Who has seen the child since Monday?")
                .presses("Continue");
        otherManager.sees("This goes to").presses("Send to " + way.managerWhere);
        otherManager.sees("Your question is sent").closes();

        timePassesUntil(manager.goesToTheBot(), "has a question for you");
        manager.pressesIn("has a question for you", "Read it").sees("Who has seen the child since Monday?");
        picture("a-question-" + way);
        manager.presses("Ask " + way.raiserName)
                .sees("The answer comes to you first")
                .closes();
        show(way.raiser, way.manager);
        timePassesUntil(raiser.goesToTheBot(), "has a question for you");
        raiser.pressesIn("has a question for you", "Read it").sees("Who has seen the child since Monday?");
        raiser.presses("Answer").answers("What is your answer?", "Only the school.");
        raiser.presses("Continue").sees("Check your answer").presses("Send to ");
        raiser.sees("Your answer is sent").closes();

        timePassesUntil(manager.goesToTheBot(), "has answered you");
        manager.pressesIn("has answered you", "Read it").sees("Only the school.");
        manager.presses("Send %s's answer on".formatted(way.raiserName)).sees("Check your answer");
        manager.presses("Send to " + way.otherManagerWhere)
                .sees("Your answer is sent")
                .closes();
        show(way.manager, way.otherManager);
        timePassesUntil(otherManager.goesToTheBot(), "Your question on");
        otherManager.pressesIn("Your question on", "Read it").sees("Only the school.");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAnswersAndTheCaseMovesUpByItself(Direction way) {
        Chat manager = person(way.manager);
        Chat olu = person("olu-adeyemi");
        Chat marcus = person("marcus-lee");

        show(way.raiser, way.manager);
        raises(person(way.raiser), way);
        timePassesUntil(manager.goesToTheBot(), "A colleague has asked you");
        takesForward(manager, way.otherManagerWhere);

        show("olu-adeyemi", "marcus-lee");
        olu.goesToTheBot();
        timePassesUntil(marcus.goesToTheBot(), "Step 4, service managers");
        olu.reads("Step 4, service managers");
        picture("moved-up-" + way);
        for (Chat above : List.of(olu, marcus)) {
            above.pressesIn("Step 4, service managers", "Read it")
                    .sees("Do you know this child")
                    .presses("No")
                    .sees("Has anything changed for the child?")
                    .presses("No");
            above.sees("Three visits were missed.");
        }
    }

    private static String nameOf(String where) {
        return where.replaceFirst(" at .*", "");
    }

    private void raises(Chat raiser, Direction way) {
        raiser.begins();
        raises(raiser, way.otherAgency, way.deciderName, tuesday().minusDays(1), "By 5pm on Friday");
        raiser.presses("Send to").sees("Reference NS-").closes();
    }

    /** Answers every question, up to the last look before it is sent. */
    static void raises(Chat person, String agency, String decider, LocalDate talked, String answerBy) {
        person.sees("First, is it urgent?")
                .answers("Is any child in danger", "No")
                .presses("Continue");
        person.sees("Question 2 of")
                .answers("What is the difference about?", "Whether a referral")
                .presses("Continue");
        person.sees("Question 3 of").answers("Which agency's decision", agency).presses("Continue");
        person.sees("Question 4 of")
                .answers("Have you talked it over", "Not yet")
                .presses("Continue");
        person.sees("Talk it over first?").presses("Carry on");
        person.sees("Question 5 of").answers("Have you been able to talk", "Yes");
        person.answers("When did you talk", talked.toString()).presses("Continue");
        person.sees("Question 6 of")
                .answers("Do you have a case reference", "No. Make one")
                .answers("What keeps the child safe", "The health visitor calls each week.");
        person.answers("Is your agency still working", "Yes").presses("Continue");
        person.sees("Question 7 of").answers("What was decided", "The referral was closed.");
        person.answers("Whose decision", decider).presses("Continue");
        person.sees("Question 8 of")
                .answers("What do you see", "Three visits were missed.")
                .presses("Continue");
        person.sees("Question 9 of").answers("What is your view based on", "A pattern over time");
        person.answers("What level of need", "Level 3 of the continuum.").presses("Continue");
        person.sees("Question 10 of")
                .answers("What is it like for the child", "Weight is falling.")
                .presses("Continue");
        person.sees("Question 11 of").answers("What would you like", "An assessment this week.");
        person.answers("How soon", answerBy).presses("Continue");
        person.sees("Question 12 of").sees("Is it also about a policy").presses("Continue");
        person.sees("Question 13 of")
                .answers("What makes this important", "Nobody else sees the child each week.")
                .presses("Continue");
        person.sees("Question 14 of").presses("Continue");
        person.sees("Check your answers");
    }

    private void takesForward(Chat manager, String to) {
        manager.pressesIn("A colleague has asked you", "Read it")
                .sees("Do you know this child")
                .presses("No")
                .sees("Has anything changed for the child?")
                .presses("No");
        manager.sees("Three visits were missed.").presses("Take it to");
        manager.answers("Anything to add as manager", "I share this worry.").presses("Continue");
        manager.sees("Check before it goes").presses("Send to " + to);
        manager.sees("They are asked to answer by").closes();
    }

    private void agreesTheDateAndIsReminded(Chat manager, String to) {
        manager.sees("Do you know this child")
                .presses("No")
                .sees("Has anything changed for the child?")
                .presses("No");
        manager.sees("How would you like to respond?")
                .presses("Agree 5pm on Friday")
                .sees("An answer is due by");
        manager.closes().goesToTheBot();
        timePassesUntil(manager, "No agreement yet");
        manager.pressesIn("No agreement yet", "Open it").sees("How would you like to respond?");
        manager.presses("Agree to a change").sees("What will you do?");
        manager.answers("What will you do?", "We see the family this week.");
        manager.answers("By when?", tuesday().plusDays(3).toString());
        manager.answers("What keeps the child safe", "The school sees the child each day.");
        manager.answers("Is your agency still working", "Yes").presses("Continue");
        manager.sees("Check your answer").presses("Send to " + to).sees("is asked to settle it with you");
        manager.closes();
    }

    private void writesWhatWasAgreed(Chat manager, String agency, String to) {
        manager.presses("We've agreed").sees("What have you agreed?");
        manager.answers("What have you agreed?", "The family is seen this week.");
        manager.answers("What became of the decision?", "The decision changes").presses("Continue");
        manager.sees("Who will do what").answers("Action 1: what", "Visit the family at home");
        manager.answers("Action 1: by whom", "The social worker").answers("Action 1: which agency", agency);
        manager.answers("Action 1: by when", tuesday().plusDays(3).toString()).presses("Continue");
        manager.sees("What is left")
                .answers("How will you know", "A visit has taken place.")
                .presses("Continue");
        manager.sees("Check the words").presses("Send to " + to).sees("It is not resolved until both of you");
        manager.closes();
    }

    private static void answersTwoQuestions(Chat person) {
        person.pressesIn("you are asked two questions", "Answer two questions");
        answers(person);
    }

    /** Somebody who has not read the case before is asked first whether they may. */
    private static void opensTheTwoQuestions(Chat person) {
        person.pressesIn("you are asked two questions", "Answer two questions");
        person.sees("Do you know this child").presses("No");
        person.sees("The family is seen this week.").presses("Answer two questions");
        answers(person);
    }

    private static void answers(Chat person) {
        person.answers("Do you still believe", "No").answers("Are you satisfied", "Yes");
        person.presses("Record my answer").sees("Your answer is recorded");
        person.closes();
    }

    private static void records(Chat manager) {
        manager.pressesIn("is resolved. Both sides confirmed", "Read it").sees("The family is seen this week.");
        manager.presses("I've recorded it").sees("What happens next and when");
    }

    /** Goes on to the next reminder until it brings this message. */
    private void timePassesUntil(Chat person, String message) {
        for (int reminders = 0; !person.soonReads(message); reminders++) {
            assertThat(reminders).as("reminders before '%s'", message).isLessThan(8);
            letTimePass();
        }
    }
}
