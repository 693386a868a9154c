package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.secondlook.app.trial.Chat;

/**
 * Both stories of the main job, in both directions: a difference that is answered, and one that is not. How people reach
 * the bot is for subclasses to say.
 */
abstract class Stories {

    /** Somebody in Slack. */
    abstract Chat slack(String person);

    /** Somebody in Teams. */
    abstract Chat teams(String person);

    /** Looks over the shoulders of these people from now on. */
    abstract void show(String... people);

    /** Lets time pass until something is due. */
    abstract void letTimePass();

    /** The Tuesday on which a story begins, at 10. */
    abstract LocalDate tuesday();

    /** Keeps a picture of what is shown. */
    abstract void picture(String name);

    @Test
    void fromSlackToTeamsADifferenceIsAnsweredAndBothConfirmTheSameWords() {
        Chat asha = slack("asha-patel");
        Chat tom = slack("tom-reed");
        Chat priya = teams("priya-shah");
        Chat dan = teams("dan-moore");

        show("asha-patel", "priya-shah");
        asha.begins();
        raises(asha, "Northshire Council", "Dan Moore");
        asha.presses("Send to Tom Reed").sees("Reference NS-").closes();

        show("tom-reed", "priya-shah");
        tom.goesToTheBot();
        timePassesUntil(tom, "A colleague has asked you");
        takesForward(tom, "Priya Shah at the council");
        priya.goesToChannel("Assessment team");
        timePassesUntil(priya, "would like to resolve a difference of view");
        picture("a-notice-in-a-channel");
        priya.pressesIn("would like to resolve a difference of view", "Read it");
        agreesTheDateAndIsReminded(priya, "Tom Reed at the trust");

        timePassesUntil(tom, "The other agency has answered");
        tom.pressesIn("The other agency has answered", "Read it").sees("agrees to a change");
        writesWhatWasAgreed(tom, "Northshire Council", "Priya Shah");
        priya.goesToTheBot();
        timePassesUntil(priya, "words to confirm");
        priya.pressesIn("words to confirm", "Read it").sees("The family is seen this week.");
        picture("the-same-words");
        priya.presses("Yes, this is what we agreed")
                .sees("Your yes to these words is recorded")
                .closes();

        timePassesUntil(tom, "you are asked two questions");
        answersTwoQuestions(tom);
        answersTwoQuestions(priya);
        show("asha-patel", "dan-moore");
        answersTwoQuestions(asha.goesToTheBot());
        opensTheTwoQuestions(dan.goesToTheBot());
        asha.reads("has been resolved");
        show("tom-reed", "priya-shah");
        records(tom.goesToTheBot());
        records(priya.goesToTheBot());
        picture("resolved");
    }

    @Test
    void fromTeamsToSlackADifferenceIsAnsweredAndBothConfirmTheSameWords() {
        Chat dan = teams("dan-moore");
        Chat priya = teams("priya-shah");
        Chat tom = slack("tom-reed");
        Chat asha = slack("asha-patel");

        show("dan-moore", "tom-reed");
        dan.begins();
        raises(dan, "Northshire Community NHS Trust", "Asha Patel");
        dan.presses("Send to Priya Shah").sees("Reference NS-").closes();

        show("priya-shah", "tom-reed");
        priya.goesToTheBot();
        timePassesUntil(priya, "A colleague has asked you");
        takesForward(priya, "Tom Reed at the trust");
        tom.goesToChannel("health-visiting");
        timePassesUntil(tom, "would like to resolve a difference of view");
        tom.pressesIn("would like to resolve a difference of view", "Read it");
        agreesTheDateAndIsReminded(tom, "Priya Shah at the council");

        timePassesUntil(priya, "The other agency has answered");
        priya.pressesIn("The other agency has answered", "Read it").sees("agrees to a change");
        writesWhatWasAgreed(priya, "Northshire Community NHS Trust", "Tom Reed");
        tom.goesToTheBot();
        timePassesUntil(tom, "words to confirm");
        tom.pressesIn("words to confirm", "Read it").sees("The family is seen this week.");
        tom.presses("Yes, this is what we agreed")
                .sees("Your yes to these words is recorded")
                .closes();

        timePassesUntil(priya, "you are asked two questions");
        answersTwoQuestions(priya);
        answersTwoQuestions(tom);
        show("dan-moore", "asha-patel");
        answersTwoQuestions(dan.goesToTheBot());
        opensTheTwoQuestions(asha.goesToTheBot());
        dan.reads("has been resolved");
        show("priya-shah", "tom-reed");
        records(priya.goesToTheBot());
        records(tom.goesToTheBot());
    }

    @Test
    void fromSlackToTeamsNobodyAnswersAndTheCaseMovesUpByItself() {
        Chat asha = slack("asha-patel");
        Chat tom = slack("tom-reed");
        Chat marcus = teams("marcus-lee");
        Chat olu = slack("olu-adeyemi");

        show("asha-patel", "tom-reed");
        asha.begins();
        raises(asha, "Northshire Council", "Dan Moore");
        asha.presses("Send to Tom Reed").sees("Reference NS-").closes();
        tom.goesToTheBot();
        timePassesUntil(tom, "A colleague has asked you");
        takesForward(tom, "Priya Shah at the council");

        show("olu-adeyemi", "marcus-lee");
        olu.goesToTheBot();
        marcus.goesToTheBot();
        timePassesUntil(marcus, "Step 4, service managers");
        olu.reads("Step 4, service managers");
        picture("moved-up-by-itself");
        marcus.pressesIn("Step 4, service managers", "Read it")
                .sees("Do you know this child")
                .presses("No");
        marcus.sees("Three visits were missed.");
    }

    @Test
    void fromTeamsToSlackNobodyAnswersAndTheCaseMovesUpByItself() {
        Chat dan = teams("dan-moore");
        Chat priya = teams("priya-shah");
        Chat marcus = teams("marcus-lee");
        Chat olu = slack("olu-adeyemi");

        show("dan-moore", "priya-shah");
        dan.begins();
        raises(dan, "Northshire Community NHS Trust", "Asha Patel");
        dan.presses("Send to Priya Shah").sees("Reference NS-").closes();
        priya.goesToTheBot();
        timePassesUntil(priya, "A colleague has asked you");
        takesForward(priya, "Tom Reed at the trust");

        show("olu-adeyemi", "marcus-lee");
        olu.goesToTheBot();
        marcus.goesToTheBot();
        timePassesUntil(olu, "Step 4, service managers");
        marcus.reads("Step 4, service managers");
        olu.pressesIn("Step 4, service managers", "Read it")
                .sees("Do you know this child")
                .presses("No");
        olu.sees("Three visits were missed.");
    }

    private void raises(Chat person, String agency, String decider) {
        raises(person, agency, decider, tuesday().minusDays(1), "By 5pm on Friday");
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
                .presses("Continue");
        person.sees("Question 7 of").answers("What was decided", "The referral was closed.");
        person.answers("Whose decision", decider).presses("Continue");
        person.sees("Question 8 of")
                .answers("What do you see", "Three visits were missed.")
                .presses("Continue");
        person.sees("Question 9 of")
                .answers("What is your view based on", "A pattern over time")
                .presses("Continue");
        person.sees("Question 10 of")
                .answers("What is it like for the child", "Weight is falling.")
                .presses("Continue");
        person.sees("Question 11 of").answers("What would you like", "An assessment this week.");
        person.answers("How soon", answerBy).presses("Continue");
        person.sees("Question 12 of").presses("Continue");
        person.sees("Check your answers");
    }

    private void takesForward(Chat manager, String to) {
        manager.pressesIn("A colleague has asked you", "Read it")
                .sees("Do you know this child")
                .presses("No");
        manager.sees("Three visits were missed.").presses("Take it to");
        manager.answers("Anything to add as manager", "I share this worry.").presses("Continue");
        manager.sees("Check before it goes").presses("Send to " + to);
        manager.sees("They are asked to answer by").closes();
    }

    private void agreesTheDateAndIsReminded(Chat manager, String to) {
        manager.sees("Do you know this child").presses("No");
        manager.sees("How would you like to respond?")
                .presses("Agree 5pm on Friday")
                .sees("An answer is due by");
        manager.closes().goesToTheBot();
        timePassesUntil(manager, "No agreement yet");
        manager.pressesIn("No agreement yet", "Open it").sees("How would you like to respond?");
        manager.presses("Agree to a change").sees("What will you do?");
        manager.answers("What will you do?", "We see the family this week.");
        manager.answers("By when?", tuesday().plusDays(3).toString()).presses("Continue");
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
        manager.pressesIn("is resolved", "Read it").sees("The family is seen this week.");
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
