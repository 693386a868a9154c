package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;

/** The procedures beside the ladder: a request for a conference, an early worry, a policy, a difference within an agency. */
class SpecialStoriesTest {

    /** Pan Sussex 7.2.9 to 7.2.12: senior staff ask in writing, a no has its reasons, the last resort decides. */
    @Test
    void aRequestForAConferenceIsRefusedTalkedOverAndDecidedInTheEnd() {
        Story story = new Story("pan-sussex", "2026-12-01T10:00");
        Story.Actor rowan = story.person("rowan-gale");
        rowan.begins("").answers("P-0", "none").answers("P-1", "conference-called");
        rowan.presses("Ask Parveen Iqbal");
        Story.Actor parveen = story.person("parveen-iqbal");
        parveen.begins("");
        new Filling("2026-11-30")
                .with("P-0", "none")
                .with("P-1", "conference-called")
                .with("D-16.council", "county-council")
                .with("P-5", "none")
                .until(parveen, "Send to");
        story.wait(Duration.ofMinutes(2));
        Story.Actor duncan = story.person("duncan-weald");
        duncan.pressesInMessage("Read it").passesFirstQuestions().presses("Reply");
        duncan.enters(Map.of("D-16b.outcome", List.of("refused")), "Continue");
        duncan.enters(Map.of("D-16b.reasons", List.of("A plan of support is in place.")), "Continue")
                .presses("Record and tell");
        story.wait(Duration.ofMinutes(2));
        parveen.begins("cases").presses("Open DS").presses("Record a talk");
        new Filling("2026-12-01").until(parveen, "Approve this record");
        story.wait(Duration.ofMinutes(2));
        parveen.begins("cases").presses("Open DS").presses("Move it up now");
        new Filling("2026-12-01").until(parveen, "Move it to: 7.2.12");
        story.wait(Duration.ofMinutes(2));
        Story.Actor hannah = story.person("hannah-sayers");
        hannah.pressesInMessage("Read it").passesFirstQuestions().presses("Record a talk");
        new Filling("2026-12-01").until(hannah, "Approve this record");
        story.wait(Duration.ofMinutes(2));
        hannah.begins("cases").presses("Open DS").presses("Reply");
        new Filling("2026-12-11").with("D-16b.outcome", "convene").until(hannah, "Record and tell");
        story.wait(Duration.ofMinutes(2));
        parveen.begins("cases");

        Approvals.verify(story.transcript());
    }

    /** Kirklees: any professional with due concern may ask; a no leads to the line managers. */
    @Test
    void anyProfessionalMayAskForAConferenceInKirklees() {
        Story story = new Story("kirklees", "2026-12-01T10:00");
        Story.Actor sadia = story.person("sadia-rehman");
        sadia.begins("");
        new Filling("2026-11-30")
                .with("P-0", "none")
                .with("P-1", "conference-called")
                .with("P-5", "none")
                .until(sadia, "Send to Gwen Hirst");
        story.wait(Duration.ofMinutes(2));
        Story.Actor gwen = story.person("gwen-hirst");
        gwen.pressesInMessage("Read it").passesFirstQuestions().presses("Reply");
        new Filling("2026-12-11").with("D-16b.outcome", "refused").until(gwen, "Record and tell");
        story.wait(Duration.ofMinutes(2));

        assertThat(PlainText.of(sadia.begins("cases").screen())).contains("Step 2, line managers and leads");
    }

    /** Pan Sussex: an early worry goes to the forum alone. It starts no procedure and asks no other agency. */
    @Test
    void anEarlyWorryIsSharedWithTheForum() {
        Story story = new Story("pan-sussex", "2026-12-01T10:00");
        Story.Actor rowan = story.person("rowan-gale");
        rowan.begins("")
                .answers("P-0", "none")
                .answers("P-1", "early-concern")
                .answers("W-6.what", "Visits are planned without telling each other.")
                .presses("Share with Ollie Venn");
        story.wait(Duration.ofMinutes(2));
        Story.Actor ollie = story.person("ollie-venn");
        ollie.pressesInMessage("Read it").passesFirstQuestions().presses("Note it");
        ollie.enters(Map.of("D-16b.outcome", List.of("noted")), "Continue").presses("Record and tell");
        story.wait(Duration.ofMinutes(2));
        rowan.begins("cases");

        Approvals.verify(story.transcript());
    }

    /** Bradford step 6, S 7.2.19: a policy goes to the partnership, alone or beside a child's case, without its details. */
    @Test
    void aPolicyGoesToThePartnershipAloneOrBesideACase() {
        Story story = new Story("bradford", "2026-12-01T10:00");
        Story.Actor leila = story.person("leila-haddad");
        Story.Actor beth = story.person("beth-long");
        leila.begins("")
                .answers("P-0", "none")
                .answers("P-1", "process")
                .enters(Map.of("P-18.what", List.of("Thresholds for help differ by team.")), "Continue")
                .presses("Send to Beth Long");
        story.wait(Duration.ofMinutes(2));
        beth.pressesInMessage("Read it").passesFirstQuestions().presses("Record what will be done");
        new Filling("2026-12-18").until(beth, "Record and tell");
        story.wait(Duration.ofMinutes(2));
        leila.begins("cases");

        leila.begins("");
        new Filling("2026-11-30")
                .with("P-0", "none")
                .with("P-1", "service")
                .with("P-2", "council")
                .with("P-5", "none")
                .with("P-6.whose", "unknown")
                .with("P-18", "policy")
                .with("P-18.what", "Too few workers for home visits.")
                .until(leila, "Send to Chris Doyle");
        story.wait(Duration.ofMinutes(2));
        beth.pressesInMessage("Read it").passesFirstQuestions();
        assertThat(PlainText.of(beth.screen()))
                .contains("Too few workers for home visits.")
                .doesNotContain("Said in answer to P-7");

        Approvals.verify(story.transcript());
    }

    /** Kirklees: the procedure serves a difference within one agency too, and the other side hears only when it is taken on. */
    @Test
    void aDifferenceWithinOneAgencyIsTakenToTheOtherTeam() {
        Story story = new Story("kirklees", "2026-12-01T10:00");
        Story.Actor molly = story.person("molly-haigh");
        Story.Actor ross = story.person("ross-barraclough");
        molly.begins("");
        new Filling("2026-11-30")
                .with("P-0", "none")
                .with("P-1", "any")
                .with("P-2", "trust")
                .with("P-5", "none")
                .with("P-6.whose", "post:school-nurse")
                .with("P-11", "2026-12-04")
                .until(molly, "Send to Ibrahim Sesay");
        story.wait(Duration.ofMinutes(2));
        assertThat(ross.messages()).isEmpty();
        assertThat(PlainText.of(story.person("anjali-bose").begins("cases").screen()))
                .contains("Nothing needs you");

        Story.Actor ibrahim = story.person("ibrahim-sesay");
        ibrahim.pressesInMessage("Read it").passesFirstQuestions().presses("Take it to Ross Barraclough");
        new Filling("2026-12-01").until(ibrahim, "Send to Ross Barraclough");
        story.wait(Duration.ofMinutes(2));
        ross.pressesInMessage("Read it").passesFirstQuestions().presses("Agree to a change");
        new Filling("2026-12-04").until(ross, "Send to Ibrahim Sesay");
        story.wait(Duration.ofMinutes(2));
        ibrahim.begins("cases").presses("Open CV").presses("We've agreed");
        new Filling("2026-12-04").with("Z-1.outcome", "changed").until(ibrahim, "Send to Ross Barraclough");
        story.wait(Duration.ofMinutes(2));
        ross.pressesInMessage("Read it").presses("Yes, this is what we agreed");

        Approvals.verify(story.transcript());
    }

    @Test
    void wordsThatNobodyConfirmedAreNotAgreedThoughBothTeamsAreOfOneAgency() {
        Story story = new Story("kirklees", "2026-12-01T10:00");
        Ladder.raises(story.person("molly-haigh"), "trust", "post:school-nurse", "Send to Ibrahim Sesay");
        story.wait(Duration.ofMinutes(2));
        Ladder.takesForward(story.person("ibrahim-sesay"), "Ross Barraclough");
        story.wait(Duration.ofMinutes(2));
        Ladder.movesUp(story, "ibrahim-sesay", "Step 3");
        Ladder.agrees(story, "ibrahim-sesay", "Ross Barraclough");
        Ladder.talks(story, "ingrid-sharp");
        Ladder.decides(story, "ingrid-sharp", "changed", "");

        Story.Actor molly = story.person("molly-haigh");
        assertThat(PlainText.of(molly.messages().get(molly.messages().size() - 1)))
                .contains("The last word has been spoken on CV-2026-0001.");
        assertThat(PlainText.of(molly.begins("cases").presses("Open ").screen()))
                .contains("The last word has been spoken.")
                .doesNotContain("What was agreed");
    }

    /** Pan Sussex is three partnerships: each area has numbers of its own. */
    @Test
    void eachAreaHasItsOwnNumbers() {
        Story story = new Story("pan-sussex", "2026-12-01T10:00");

        assertThat(urgent(story, "zoe-hartnell")).contains("City front door", "01632 960 711");
        assertThat(urgent(story, "kit-barlow")).contains("County front door", "01632 960 712");
        assertThat(urgent(story, "rowan-gale")).contains("01632 960 710");
    }

    private static String urgent(Story story, String person) {
        return PlainText.of(story.person(person).begins("urgent").screen());
    }

    /** Whatever a partnership calls its office, help names it with a number. */
    @Test
    void helpNamesTheOfficeOfThePartnership() {
        assertThat(help("northumberland", "ewan-charlton"))
                .contains("Moorland partnership business manager: 01632 960 011");
        assertThat(help("pscp", "demelza-kitto")).contains("Tamarside partnership business unit: 01632 960 111");
        assertThat(help("pan-sussex", "rowan-gale")).contains("Contact us: 01632 960");
        assertThat(help("kirklees", "molly-haigh")).contains("Colnevale partnership manager: 01632 960 911");
    }

    private static String help(String pack, String person) {
        return PlainText.of(new Story(pack, "2026-12-01T10:00")
                .person(person)
                .begins("help")
                .screen());
    }
}
