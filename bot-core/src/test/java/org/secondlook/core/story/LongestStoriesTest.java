package org.secondlook.core.story;

import static org.secondlook.core.story.Ladder.agrees;
import static org.secondlook.core.story.Ladder.approves;
import static org.secondlook.core.story.Ladder.asks;
import static org.secondlook.core.story.Ladder.decides;
import static org.secondlook.core.story.Ladder.decisionStands;
import static org.secondlook.core.story.Ladder.movesUp;
import static org.secondlook.core.story.Ladder.opens;
import static org.secondlook.core.story.Ladder.raises;
import static org.secondlook.core.story.Ladder.records;
import static org.secondlook.core.story.Ladder.takesForward;
import static org.secondlook.core.story.Ladder.talks;

import java.time.Duration;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;

/** Each procedure from raising to its last rung, as its people live through it. Bradford's is in PartnershipStoryTest. */
class LongestStoriesTest {

    /** Northumberland: four steps in a month, the partners stand aside, the scrutineer cannot, an inspectorate answers. */
    @Test
    void northumberlandEndsWithAnInspectorate() {
        Story story = new Story("northumberland", "2026-12-01T10:00");
        Story.Actor ewan = story.person("ewan-charlton");
        raises(ewan, "council", "post:social-worker", "Send to Mina Farouk");
        story.wait(Duration.ofMinutes(2));
        takesForward(story.person("mina-farouk"), "Femi Okoro");
        story.wait(Duration.ofMinutes(2));
        decisionStands(story, "femi-okoro", "Mina Farouk");
        movesUp(story, "mina-farouk", "Step 3");
        asks(story, "imran-aziz", "Resolution meeting");
        story.wait(Duration.ofMinutes(2));
        records(story, "imran-aziz", "Record the meeting", "Approve this record");
        movesUp(story, "imran-aziz", "Step 4");
        decides(story, "dawn-hedley", "stand-aside", "yes");
        decides(story, "alistair-crowe", "unresolved", "");
        opens(story, "celia-thorne", "I've sent the referral myself");
        story.wait(Duration.ofMinutes(2));
        decides(story, "dawn-hedley", "answered", "");
        ewan.begins("cases");

        Approvals.verify(story.transcript());
    }

    /** PSCP: supervision, practitioners, managers, senior managers who must talk first, strategic leaders. */
    @Test
    void pscpEndsWithStrategicLeaders() {
        Story story = new Story("pscp", "2026-12-01T10:00");
        Story.Actor jowan = story.person("jowan-bolitho");
        raises(jowan, "council", "post:social-worker", "Send to Sunita Desai");
        story.wait(Duration.ofMinutes(2));
        takesForward(story.person("sunita-desai"), "Kofi Mensah");
        story.wait(Duration.ofMinutes(2));
        story.until("2026-12-09T10:30");
        talks(story, "meredith-clegg");
        decisionStands(story, "neil-trewin", "Meredith Clegg");
        asks(story, "meredith-clegg", "Mediation");
        story.wait(Duration.ofMinutes(2));
        opens(story, "neil-trewin", "We take part");
        story.wait(Duration.ofMinutes(2));
        records(story, "esther-quick", "Record the meeting", "Approve this record");
        story.until("2026-12-18T10:30");
        talks(story, "anton-wolski");
        decisionStands(story, "shanti-rao", "Anton Wolski");
        agrees(story, "anton-wolski", "Shanti Rao");
        jowan.begins("cases");

        Approvals.verify(story.transcript());
    }

    /** Pan Sussex: health goes to the designated doctor, then professional leads with the senior manager, then the partnership. */
    @Test
    void panSussexEndsWithThePartnership() {
        Story story = new Story("pan-sussex", "2026-12-01T10:00");
        Story.Actor rowan = story.person("rowan-gale");
        raises(rowan, "county-council", "post:county-social-worker", "Send to Siobhan Marr");
        story.wait(Duration.ofMinutes(2));
        takesForward(story.person("siobhan-marr"), "Amara Eze");
        story.wait(Duration.ofMinutes(2));
        records(story, "siobhan-marr", "Record a talk", "Approve this record");
        story.wait(Duration.ofMinutes(2));
        approves(story, "amara-eze");
        decisionStands(story, "amara-eze", "Siobhan Marr");
        movesUp(story, "siobhan-marr", "7.2.6");
        story.until("2026-12-09T11:00");
        movesUp(story, "graham-tull", "7.2.19, the Safeguarding Partnership");
        decides(story, "jacqui-holder", "resolved", "");
        rowan.begins("cases");

        Approvals.verify(story.transcript());
    }

    /** Kirklees: line managers, then the KSCP Manager, then the Independent Scrutineer with both Heads of Service. */
    @Test
    void kirkleesEndsWithTheScrutineer() {
        Story story = new Story("kirklees", "2026-12-01T10:00");
        Story.Actor molly = story.person("molly-haigh");
        raises(molly, "council", "post:social-worker", "Send to Ibrahim Sesay");
        story.wait(Duration.ofMinutes(2));
        takesForward(story.person("ibrahim-sesay"), "Declan Sykes");
        story.wait(Duration.ofMinutes(2));
        decisionStands(story, "declan-sykes", "Ibrahim Sesay");
        movesUp(story, "ibrahim-sesay", "Step 3");
        talks(story, "ingrid-sharp");
        decides(story, "ingrid-sharp", "still-differ", "");
        story.until("2026-12-04T10:30");
        talks(story, "ingrid-sharp");
        decides(story, "ingrid-sharp", "unchanged", "");
        molly.begins("cases");

        Approvals.verify(story.transcript());
    }
}
