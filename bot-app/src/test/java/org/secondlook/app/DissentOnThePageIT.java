package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.ChatWindow;
import org.secondlook.app.trial.Page;
import org.secondlook.playground.trial.Browser;

/** Pan Sussex 7.2.13 to 7.2.16, in a browser: a professional cannot stand behind what a conference decided. */
class DissentOnThePageIT {

    @RegisterExtension
    static final Browser browser = new Browser();

    @TempDir
    private Path data;

    private Page page;
    private ChatWindow rowan;
    private ChatWindow chair;
    private ChatWindow head;

    @BeforeEach
    void start() {
        page = Page.start(browser, data);
        rowan = page.slack("rowan-gale");
        chair = page.teams("gemma-ashdown");
        head = page.teams("orla-brennan");
    }

    @AfterEach
    void stop() {
        page.close();
    }

    @Test
    void aDissentIsUpheldAndTheConferenceMeetsAgain() {
        page.show("downshire", "rowan-gale", "gemma-ashdown");
        dissentsFromTheConferenceOfYesterday();
        page.nextReminder();
        theChairRecordsItAndTellsTheirManager();

        page.show("downshire", "rowan-gale", "orla-brennan");
        rowan.goesToTheBot();
        theHeadReadsEverything();
        theHeadSpeaksWithRowan();
        cannotDecideYet();
        page.nextReminder();
        rowan.pressesIn("they spoke with you before deciding", "Read it").sees("Did you speak?");
        page.picture("dissent-did-you-speak");
        rowan.presses("Yes, we spoke").sees("Talk it over").closes();
        page.nextReminder();
        theHeadUpholdsIt();
        page.nextReminder();
        rowan.pressesIn("There is a decision", "See the case").sees("Now: 7.2.16, conference reconvened");
        rowan.sees("holds the conference again by 5pm on " + inWords(page.workingDaysLater(15)))
                .closes();
        theHeadBooksADay();
        page.nextReminder();
        rowan.reads("A day is booked");
        page.passWorkingDays(10);
        theConferenceIsHeldAgain();

        page.show("downshire", "rowan-gale", "gemma-ashdown");
        page.nextReminder();
        rowan.goesToTheBot().reads("has met again. Read what it decided.");
        for (ChatWindow asked : List.of(rowan, chair)) {
            answersTwoQuestions(asked);
        }
        rowan.pressesIn("has been resolved", "See the case").sees("Done: 7.2.16, conference reconvened");
        rowan.presses("Read it");
        recordsIt(rowan);
        chair.pressesIn("is resolved", "Read it");
        recordsIt(chair);
        chair.sees("closed. Nothing is owed any more.");
        page.picture("dissent-closed");
    }

    private void dissentsFromTheConferenceOfYesterday() {
        rowan.begins();
        rowan.answers("Is any child in danger", "No").presses("Continue");
        rowan.answers("What is the difference about?", "What a child protection conference decided")
                .presses("Continue");
        rowan.sees("This is for professionals").presses("Carry on");
        rowan.answers("Were you at the conference", "Yes").presses("Continue");
        LocalDate yesterday = page.tuesday().minusDays(1);
        rowan.answers("Which council held the conference", "Downshire City Council")
                .answers("On which day was it", yesterday.toString())
                .answers("When did it begin", "10:00")
                .answers("When did it end", "12:30")
                .presses("Continue");
        rowan.sees("A dissent must be raised by 10am on " + inWords(yesterday.plusDays(3)))
                .sees("72 hours after the conference began");
        page.picture("dissent-72-hours");
        rowan.answers("Which is closer", "I can't have my professional name").presses("Continue");
        rowan.answers("Which decision is it", "Not to make a plan").presses("Continue");
        rowan.answers("Child 1: case reference", "HV-2207")
                .answers("Child 1: which agency", "Downshire Community Trust")
                .answers("Child 1: has the threshold", "Yes")
                .presses("Continue");
        rowan.answers("Why do you dissent", "The baby has lost weight for six weeks.")
                .answers("What in the reports", "The growth record, page 2.")
                .answers("What should be decided", "A child protection plan.")
                .answers("Did you say so", "No")
                .presses("Continue");
        rowan.answers("Have you talked your reasons over", "Not yet").presses("Continue");
        rowan.sees("Check your dissent").sees("Gemma Ashdown").sees("Orla Brennan");
        rowan.presses("Record my dissent").sees("Recorded within 72 hours.").closes();
    }

    private void theChairRecordsItAndTellsTheirManager() {
        chair.goesToTheBot().pressesIn("A dissent has been recorded", "Read it");
        chair.sees("Do you know this child").presses("No");
        chair.presses("I've recorded it in the summary and plan").sees("tells their manager");
        chair.presses("Read it").sees("I've told my manager").presses("I've told my manager");
        chair.sees("Orla Brennan decides on the dissent");
        assertThat(chair.offers("I've told my manager")).isFalse();
    }

    private void theHeadReadsEverything() {
        head.goesToTheBot().pressesIn("A dissent has been recorded", "Read it");
        head.sees("Do you know this child").presses("No");
        head.sees("Has anything changed for the child?").presses("No");
        head.sees("The decision opens when both are recorded").presses("Record what I have read");
        head.answers("What have you read", "Reports").answers("What have you read", "Summary");
        head.presses("Record that I have read it").sees("Tick each of them");
        head.answers("What have you read", "Plan").presses("Record that I have read it");
        head.sees("Recorded, with your name").presses("See the case");
    }

    private void theHeadSpeaksWithRowan() {
        head.presses("Read it").presses("Record a talk");
        head.answers("How did you talk", "By video")
                .answers("When?", page.tuesday().toString())
                .answers("Who was there", "Orla Brennan and Rowan Gale")
                .answers("What was said", "The growth record was not before the conference.")
                .presses("Continue");
        head.sees("Check the record").presses("Approve this record");
        head.sees("The date stays");
    }

    private void cannotDecideYet() {
        head.presses("See the case")
                .presses("Read it")
                .sees("Waiting for their word")
                .sees("You can decide once the other person has said");
        assertThat(head.offers("Record my decision")).isFalse();
        page.picture("dissent-locked");
    }

    private void theHeadUpholdsIt() {
        head.pressesIn("You can decide now", "Read it").presses("Record my decision");
        head.answers("What is the decision", "The dissent is upheld").presses("Continue");
        head.sees("Check the decision").presses("Record and tell Downshire Community Trust");
        head.sees("Those who asked are told.");
    }

    private void theHeadBooksADay() {
        head.presses("See the case").presses("Read it").sees("the conference meets again");
        head.presses("Book the day").sees("It is due by 5pm on " + inWords(page.workingDaysLater(15)));
        head.sees("15 working days");
        page.picture("dissent-book");
        head.answers("On which day will", page.workingDaysLater(10).toString()).presses("Continue");
        head.sees("Check the day").presses("Record the day").sees("It stays owed until the conference has met");
    }

    private void theConferenceIsHeldAgain() {
        head.presses("See the case").presses("Read it").presses("It was held");
        head.answers("On which day was it held", page.workingDaysLater(10).toString())
                .answers("What did it decide", "A plan is made.")
                .presses("Continue");
        head.sees("Check the record").presses("Record that it was held").sees("The person who dissented is told.");
    }

    private static void answersTwoQuestions(ChatWindow person) {
        person.goesToTheBot().pressesIn("you are asked two questions", "Answer two questions");
        person.answers("Do you still believe", "No").answers("Are you satisfied", "Yes");
        person.presses("Record my answer").sees("Your answer is recorded").closes();
    }

    private static void recordsIt(ChatWindow person) {
        person.sees("A plan is made.").presses("I've recorded it on the child's file");
        person.sees("recorded what was done").closes();
    }

    /** "Thursday 26 November". */
    private static String inWords(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK).format(day);
    }
}
