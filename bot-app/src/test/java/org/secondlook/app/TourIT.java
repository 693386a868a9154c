package org.secondlook.app;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.app.trial.ChatWindow;
import org.secondlook.app.trial.Page;
import org.secondlook.app.trial.SlackWindow;
import org.secondlook.playground.trial.Browser;

/** The main job as a new user meets it, on a phone and on a desk: the pictures of docs/tour.md are taken here. */
class TourIT {

    @RegisterExtension
    static final Browser browser = new Browser();

    @TempDir
    private Path data;

    private Page page;
    private SlackWindow asha;
    private ChatWindow tom;
    private ChatWindow priya;

    @BeforeEach
    void start() {
        page = Page.start(browser, data);
        asha = page.slack("asha-patel");
        tom = page.slack("tom-reed");
        priya = page.teams("priya-shah");
    }

    @AfterEach
    void stop() {
        page.onADesk();
        page.close();
    }

    @Test
    void fromTheFirstQuestionToTheOtherManagersAnswer() {
        page.onAPhone();
        page.show("northshire", "asha-patel");
        raisesOnAPhone();

        page.onADesk();
        page.show("northshire", "tom-reed", "priya-shah");
        priya.goesToChannel("Assessment team");
        page.nextReminder();
        takesItAcross();
        page.nextReminder();
        answers();

        page.onAPhone();
        page.show("northshire", "asha-patel");
        asha.goesToTheBot()
                .pressesIn("has been taken to the other agency", "See the case")
                .sees("What happens next and when");
        page.picture("tour-10-where-it-stands");
        asha.closes();
    }

    private void raisesOnAPhone() {
        asha.goesHome().sees("Nothing needs you");
        page.picture("tour-1-home");
        asha.begins();
        asha.sees("First, is it urgent?");
        page.picture("tour-2-urgent-first");
        asha.answers("Is any child in danger", "Yes").presses("Continue");
        asha.sees("Act now");
        page.picture("tour-3-whom-to-ring");
        asha.presses("Back");
        Stories.raises(asha, "Northshire Council", "Dan Moore", page.tuesday().minusDays(1), "By 5pm on Friday");
        page.picture("tour-4-check-your-answers");
        asha.presses("Send to").sees("Reference NS-");
        page.picture("tour-5-receipt");
        asha.closes();
    }

    private void takesItAcross() {
        tom.goesToTheBot().pressesIn("A colleague has asked you", "Read it").sees("Do you know this child");
        tom.presses("No").sees("Has anything changed for the child?");
        page.picture("tour-6-is-the-child-safe");
        tom.presses("No").sees("Three visits were missed.").presses("Take it to");
        tom.sees("What goes across").presses("Continue");
        tom.sees("Check before it goes");
        page.picture("tour-7-named-before-it-goes");
        tom.presses("Send to Priya Shah").sees("They are asked to answer by").closes();
    }

    private void answers() {
        priya.reads("would like to resolve a difference of view");
        page.picture("tour-8-in-the-channel");
        priya.pressesIn("would like to resolve a difference of view", "Read it");
        priya.sees("Do you know this child").presses("No");
        priya.sees("Has anything changed for the child?").presses("No");
        priya.sees("How would you like to respond?");
        page.picture("tour-9-ways-to-answer");
        priya.presses("Agree 5pm on Friday").sees("An answer is due by").closes();
    }
}
