package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondlook.core.story.Ladder.concern;
import static org.secondlook.core.story.Ladder.decides;
import static org.secondlook.core.story.Ladder.decisionStands;
import static org.secondlook.core.story.Ladder.movesUp;
import static org.secondlook.core.story.Ladder.opens;
import static org.secondlook.core.story.Ladder.raises;
import static org.secondlook.core.story.Ladder.records;
import static org.secondlook.core.story.Ladder.takesForward;
import static org.secondlook.core.story.Ladder.talks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each partnership wants done in its own way: who is asked, what must come first, and what only a person may do. */
class PartnershipRulesTest {

    @Nested
    class BeforeItIsRaised {

        @ParameterizedTest
        @CsvSource({
            "bradford, asha-patel, nhs-trust",
            "northumberland, ewan-charlton, trust",
            "pscp, jowan-bolitho, school"
        })
        void aDifferenceWithinOneAgencyIsShownItsOwnWay(String pack, String raiser, String own) {
            Story.Actor actor = new Story(pack, "2026-12-01T10:00").person(raiser);
            actor.begins("");
            for (int screens = 0; !actor.screen().id().equals("P-2"); screens++) {
                actor.answers(actor.screen().id(), actor.screen().id().equals("P-0") ? "none" : firstTopic(pack));
                assertThat(screens).isLessThan(3);
            }
            actor.answers("P-2", own);

            assertThat(PlainText.of(actor.screen()))
                    .contains("This procedure is between agencies. For your own agency, use")
                    .contains("NSPCC whistleblowing helpline")
                    .contains("[Choose another agency] [Close]");
        }

        private String firstTopic(String pack) {
            return Map.of("bradford", "service", "northumberland", "any", "pscp", "practice")
                    .getOrDefault(pack, "");
        }

        @ParameterizedTest
        @CsvSource({
            "bradford, asha-patel, council",
            "northumberland, ewan-charlton, council",
            "pscp, jowan-bolitho, council",
            "pan-sussex, rowan-gale, county-council",
            "kirklees, molly-haigh, council"
        })
        void itIsTalkedOverInTheOwnAgencyAndWithWhoeverDecidedFirst(String pack, String raiser, String agency) {
            Story.Actor actor = new Story(pack, "2026-12-01T10:00").person(raiser);
            actor.begins("");
            Filling concern = concern(agency, "unknown");
            for (int screens = 0; !actor.screen().id().equals("P-3"); screens++) {
                concern.on(actor);
                assertThat(screens).isLessThan(5);
            }
            actor.answers("P-3", "not-yet");
            assertThat(PlainText.of(actor.screen())).contains("Most people find it helps to talk it through first.");
            actor.presses("Carry on").answers("P-4", "not-yet");

            assertThat(PlainText.of(actor.screen()))
                    .contains("Your procedure asks you to try this first, unless the child would be at risk");
        }

        @Test
        void panSussexServesWithinAnAgencyToo() {
            Story.Actor rowan = new Story("pan-sussex", "2026-12-01T10:00").person("rowan-gale");
            rowan.begins("").answers("P-0", "none").answers("P-1", "first-work").answers("P-2", "trust");
            rowan.answers("P-2c", "no");

            assertThat(PlainText.of(rowan.screen()))
                    .contains("This is within your own agency. Your procedure can be used for it");
        }

        @Test
        void aRiskThatCanWaitADayIsToldToManagerAndLeadAtOnce() {
            Story story = new Story("northumberland", "2026-12-01T10:00");
            Story.Actor ewan = story.person("ewan-charlton");
            ewan.begins("").answers("P-0", "soon");
            assertThat(PlainText.of(ewan.screen()))
                    .contains("Your procedure says to tell your line manager or safeguarding lead at once.");
            ewan.presses("Tell Mina Farouk and Bronagh Kelly now");
            story.wait(Duration.ofMinutes(1));

            assertThat(messages(story, "mina-farouk")).contains("needs to speak to you today about a risk to a child");
            assertThat(messages(story, "bronagh-kelly"))
                    .contains("needs to speak to you today about a risk to a child");
        }

        @Test
        void kirkleesGivesTheNumberOfDutyAndAdviceBeforeAnythingElse() {
            Story.Actor molly = new Story("kirklees", "2026-12-01T10:00").person("molly-haigh");
            molly.begins("").answers("P-0", "now");

            assertThat(PlainText.of(molly.screen())).contains("Ring Duty and advice: 01632 960 910.");
        }

        /** S36: the five things that anybody can call for at any time. */
        @Test
        void panSussexAsksWhatWasCalledForWhileTheChildIsAtRisk() {
            Story story = new Story("pan-sussex", "2026-12-01T10:00");
            Story.Actor rowan = story.person("rowan-gale");
            rowan.begins("").answers("P-0", "now").presses("I've already rung");
            new Filling("2026-11-30")
                    .with("I-1b", "not-yet")
                    .with("P-1", "plan")
                    .with("P-2", "county-council")
                    .with("P-5", "none")
                    .with("P-6.whose", "unknown")
                    .until(rowan, "Send to");
            story.wait(Duration.ofMinutes(2));
            rowan.begins("cases").presses("Open DS");
            assertThat(PlainText.of(rowan.screen())).contains("Do not wait for this procedure");
            rowan.presses("Record what I called for");
            assertThat(PlainText.of(rowan.screen()))
                    .contains("Allocation", "Strategy discussion", "Core group", "Conference", "Review conference");
            rowan.enters(
                    Map.of("I-5.items", List.of("strategy-discussion"), "I-5.who", List.of("The duty manager")),
                    "Record it");

            opens(story, "siobhan-marr", "Take it to");
            assertThat(PlainText.of(story.person("siobhan-marr")
                            .begins("cases")
                            .presses("Open DS")
                            .screen()))
                    .contains("Called for: Strategy discussion");
        }

        @Test
        void panSussexAsksWhichPartOfAPlanItIsAboutAndGoesUpTheLadder() {
            Story story = new Story("pan-sussex", "2026-12-01T10:00");
            Story.Actor rowan = story.person("rowan-gale");
            rowan.begins("");
            Filling plan = concern("county-council", "unknown").with("P-1", "plan");
            plan.with("Q.plan-issue", "quoracy-of-core-groups").until(rowan, "Send to Siobhan Marr");

            assertThat(story.transcript())
                    .contains("Timing of core groups", "Quoracy of core groups", "Decisions of core groups")
                    .contains("Progress of the plan", "Professional practice");
            assertThat(page(story, "rowan-gale")).contains("Now: 7.2.5, between first-line managers");
        }

        @Test
        void aPolicyOfPanSussexGoesToThePartnership() {
            Story story = new Story("pan-sussex", "2026-12-01T10:00");
            Story.Actor rowan = story.person("rowan-gale");
            rowan.begins("").answers("P-0", "none").answers("P-1", "policy");
            new Filling("2026-11-30").until(rowan, "Send to Jacqui Holder");
            story.wait(Duration.ofMinutes(2));

            assertThat(messages(story, "jacqui-holder")).contains("A point of policy has been raised");
        }
    }

    @Nested
    class BetweenManagers {

        @Test
        void whomTheyConsultedIsRecordedAndStaysInTheirAgency() {
            Story story = northumberland();
            opens(story, "mina-farouk", "Record who you talked it over with");
            Story.Actor mina = story.person("mina-farouk");
            mina.enters(Map.of("G-2", List.of("talked")), "Continue");
            assertThat(PlainText.of(mina.screen()))
                    .contains("Choose who you talked it over with", "Enter the date you talked it over");
            mina.enters(
                            Map.of(
                                    "G-2.who", List.of("bronagh-kelly"),
                                    "G-2.on", List.of("2026-12-01"),
                                    "G-2.advice", List.of("Ask for the chronology.")),
                            "Continue")
                    .presses("Record it");

            opens(story, "femi-okoro", "See the case");
            story.person("femi-okoro").presses("Read it");
            assertThat(PlainText.of(story.person("femi-okoro").screen())).doesNotContain("Ask for the chronology.");
            opens(story, "mina-farouk", "Move it up now");
            assertThat(PlainText.of(mina.screen())).doesNotContain("Something the procedure asks for is not recorded");
        }

        @ParameterizedTest
        @CsvSource({
            "northumberland, ewan-charlton, council, mina-farouk, Femi Okoro",
            "kirklees, molly-haigh, council, ibrahim-sesay, Declan Sykes",
            "pan-sussex, rowan-gale, county-council, siobhan-marr, Amara Eze"
        })
        void whoeverCarriesOnWithoutAdviceSaysWhy(
                String pack, String raiser, String agency, String manager, String counterpart) {
            Story story = new Story(pack, "2026-12-01T10:00");
            raises(story.person(raiser), agency, "unknown", "Send to");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person(manager), counterpart);
            opens(story, manager, "Record who you talked it over with");
            Story.Actor actor = story.person(manager);
            actor.enters(Map.of("G-2", List.of("without")), "Continue");

            assertThat(PlainText.of(actor.screen())).contains("Enter why you carry on without");
        }

        @Test
        void bothSidesGiveTheirReasons() {
            Story story = northumberland();
            opens(story, "femi-okoro", "Explain why the decision stands");
            Story.Actor femi = story.person("femi-okoro");
            femi.presses("Continue");
            assertThat(PlainText.of(femi.screen())).contains("Enter what the decision is based on");
            decisionStands(story, "femi-okoro", "Mina Farouk");

            opens(story, "mina-farouk", "Move it up now");
            Story.Actor mina = story.person("mina-farouk");
            mina.enters(Map.of("E-1m.without", List.of("There was no time.")), "Continue");
            assertThat(PlainText.of(mina.screen())).contains("Enter what you do not accept, and why");
        }

        @Test
        void whoeverDecidedIsAskedToTalkItOverInTheirAgencyToo() {
            Story story = new Story("bradford", "2026-12-01T10:00");
            Story.Actor asha = story.person("asha-patel");
            asha.begins("");
            concern("council", "post:social-worker").with("P-1", "service").until(asha, "Send to Tom Reed");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("tom-reed"), "Priya Shah");
            story.wait(Duration.ofMinutes(2));

            assertThat(PlainText.of(story.person("dan-moore")
                            .pressesInMessage("Read it")
                            .screen()))
                    .contains("Talk it over with your manager or safeguarding lead. They can support you.");
        }

        @Test
        void theyAreShownWhomToRingAndAskedToTalkFaceToFace() {
            Story story = northumberland();

            assertThat(PlainText.of(story.person("femi-okoro")
                            .pressesInMessage("Meet or call")
                            .screen()))
                    .contains("Ring Mina Farouk on 01632 960 022. Where you can, talk face to face or by video.");
            opens(story, "mina-farouk", "Meet or call");
            assertThat(PlainText.of(story.person("mina-farouk").screen()))
                    .contains("Ring Femi Okoro on 01632 960 028. Where you can, talk face to face or by video.");
        }

        @Test
        void panSussexReadsItsStatementOutAtAMeeting() {
            Story story = new Story("pan-sussex", "2026-12-01T10:00");
            raises(story.person("rowan-gale"), "county-council", "unknown", "Send to Siobhan Marr");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("siobhan-marr"), "Amara Eze");
            story.wait(Duration.ofMinutes(2));
            Ladder.asks(story, "siobhan-marr", "Resolution meeting");
            story.wait(Duration.ofMinutes(2));
            Story.Actor siobhan = story.person("siobhan-marr");
            siobhan.begins("cases").presses("Open DS");
            assertThat(PlainText.of(siobhan.screen()))
                    .contains("Read this out at the start: \"We may see things differently, and that helps the child.");
            siobhan.presses("Record the meeting");
            new Filling("2026-12-01").with("Y-1.read", "read").until(siobhan, "Approve this record");

            assertThat(PlainText.of(story.person("amara-eze")
                            .begins("cases")
                            .presses("Open DS")
                            .passesFirstQuestions()
                            .screen()))
                    .contains("Statement: It was read out");
        }

        @Test
        void aMediatorIsAskedOnlyIfBothSidesTakePart() {
            Story story = new Story("pscp", "2026-12-01T10:00");
            raises(story.person("jowan-bolitho"), "council", "post:social-worker", "Send to Sunita Desai");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("sunita-desai"), "Kofi Mensah");
            story.wait(Duration.ofMinutes(2));
            Ladder.asks(story, "sunita-desai", "Mediation");
            story.wait(Duration.ofMinutes(2));
            opens(story, "kofi-mensah", "Not now");
            story.wait(Duration.ofMinutes(2));

            assertThat(messages(story, "sunita-desai"))
                    .contains("one side would rather not meet with a mediator now. The reply date does not change.");
            assertThat(story.person("esther-quick").messages()).isEmpty();
        }

        private Story northumberland() {
            Story story = new Story("northumberland", "2026-12-01T10:00");
            raises(story.person("ewan-charlton"), "council", "post:social-worker", "Send to Mina Farouk");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("mina-farouk"), "Femi Okoro");
            story.wait(Duration.ofMinutes(2));
            return story;
        }
    }

    @Nested
    class SeveralAgencies {

        @Test
        void eachIsAskedAtEveryStepAndGivesItsOwnAnswer() {
            Story story = new Story("bradford", "2026-12-01T10:00");
            Story.Actor asha = story.person("asha-patel");
            asha.begins("");
            concern("council", "unknown")
                    .with("P-1", "service")
                    .with("P-2b", "hillside-school")
                    .until(asha, "Send to Tom Reed");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("tom-reed"), "");
            story.wait(Duration.ofMinutes(2));
            decisionStands(story, "priya-shah", "Tom Reed");
            assertThat(page(story, "asha-patel"))
                    .contains("Priya Shah answered.")
                    .contains("Maya Evans answers by 5pm on Friday 4 December");
            decisionStands(story, "maya-evans", "Tom Reed");
            assertThat(page(story, "asha-patel")).contains("Priya Shah answered.", "Maya Evans answered.");

            story.until("2026-12-23T09:00");
            assertThat(page(story, "asha-patel")).contains("Now: Step 5, heads of service");
            assertThat(messages(story, "fiona-grant")).contains("reached you at \"Step 5, heads of service\"");
            assertThat(messages(story, "sue-marsh")).contains("reached you at \"Step 5, heads of service\"");
        }

        @Test
        void everyManagerIsNamedThoughOneNameIsPartOfAnother() {
            Story story = new Story(
                    "bradford",
                    "2026-12-01T10:00",
                    directory -> directory
                            .replace("name: Priya Shah", "name: Mary-Ann Lee")
                            .replace("name: Maya Evans", "name: Ann Lee"));
            Story.Actor asha = story.person("asha-patel");
            asha.begins("");
            concern("council", "unknown")
                    .with("P-1", "service")
                    .with("P-2b", "hillside-school")
                    .until(asha, "Send to Tom Reed");
            story.wait(Duration.ofMinutes(2));

            story.person("tom-reed")
                    .pressesInMessage("Read it")
                    .passesFirstQuestions()
                    .presses("Take it to Mary-Ann Lee and Ann Lee");
        }

        @Test
        void pscpRaisesItWithTheManagerOfEachAtOnce() {
            Story story = new Story("pscp", "2026-12-01T10:00");
            Story.Actor jowan = story.person("jowan-bolitho");
            jowan.begins("");
            concern("council", "unknown").with("P-2b", "trust").until(jowan, "Send to Sunita Desai");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("sunita-desai"), "");
            story.wait(Duration.ofMinutes(2));

            assertThat(messages(story, "kofi-mensah")).contains("would like to resolve a difference of view with you");
            assertThat(messages(story, "arjun-nair")).contains("would like to resolve a difference of view with you");
            assertThat(page(story, "jowan-bolitho")).contains("Kofi Mensah answers by", "Arjun Nair answers by");
        }

        @Test
        void aSpecialUnitBringsInWhoIsResponsibleForTheChildAndTheCouncilWhereItIs() {
            Story story = new Story("pan-sussex", "2026-12-01T10:00");
            Story.Actor toby = story.person("toby-slater");
            toby.begins("");
            concern("trust", "unknown")
                    .with("P-2c", "yes")
                    .with("P-2c.responsible", "county-council")
                    .with("P-2c.host", "city-council")
                    .until(toby, "Send to Nina Kaur");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("nina-kaur"), "");
            story.wait(Duration.ofMinutes(2));

            for (String asked : List.of("siobhan-marr", "amara-eze", "idris-cole")) {
                assertThat(messages(story, asked)).contains("would like to resolve a difference of view with you");
            }
            assertThat(page(story, "toby-slater")).contains("it concerns a specialist unit.");
        }
    }

    @Nested
    class HigherUp {

        @Test
        void noDateCarriesACaseOfNorthumberlandToThePartnershipOrBeyond() {
            Story story = new Story("northumberland", "2026-12-01T10:00");
            raises(story.person("ewan-charlton"), "council", "post:social-worker", "Send to Mina Farouk");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("mina-farouk"), "Femi Okoro");
            story.until("2027-03-01T10:00");
            assertThat(page(story, "ewan-charlton")).contains("Now: Step 3, up the management line");

            movesUp(story, "imran-aziz", "Step 4");
            story.until("2027-06-01T10:00");
            assertThat(page(story, "ewan-charlton")).contains("Now: Step 4, heads of service and NCASP");
            assertThat(story.person("alistair-crowe").messages())
                    .allSatisfy(message -> assertThat(PlainText.of(message)).doesNotContain("has reached you"));
        }

        @Test
        void theScrutineerFollowsOnlyWhereItConcernsAPartner() {
            Story story = new Story("northumberland", "2026-12-01T10:00");
            raises(story.person("ewan-charlton"), "council", "post:social-worker", "Send to Mina Farouk");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("mina-farouk"), "Femi Okoro");
            story.wait(Duration.ofMinutes(2));
            movesUp(story, "mina-farouk", "Step 3");
            movesUp(story, "imran-aziz", "Step 4");
            decides(story, "dawn-hedley", "unresolved", "no");

            assertThat(page(story, "ewan-charlton")).contains("Now: Referral to an inspectorate");
            assertThat(story.person("alistair-crowe").messages()).isEmpty();
        }

        @Test
        void seniorManagersOfPscpAreAskedTogetherAndMustTalkBeforeTheyAnswer() {
            Story story = new Story("pscp", "2026-12-01T10:00");
            raises(story.person("jowan-bolitho"), "council", "post:social-worker", "Send to Sunita Desai");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("sunita-desai"), "Kofi Mensah");
            story.wait(Duration.ofMinutes(2));
            movesUp(story, "sunita-desai", "Stage four");
            assertThat(messages(story, "meredith-clegg")).contains("reached you at \"Stage four");
            assertThat(messages(story, "neil-trewin")).contains("reached you at \"Stage four");

            opens(story, "neil-trewin", "Meet or call");
            Story.Actor neil = story.person("neil-trewin");
            assertThat(PlainText.of(neil.begins("cases").presses("Open ").screen()))
                    .doesNotContain("Explain why the decision stands");
            talks(story, "meredith-clegg");
            assertThat(PlainText.of(neil.begins("cases").presses("Open ").screen()))
                    .contains("Explain why the decision stands");
        }

        /** Weavers Yard has no head of service. */
        @Test
        void kirkleesTurnsToTheCommitteeWhereAnAgencyHasNoManagerOfTheLevel() {
            Story story = new Story("kirklees", "2026-12-01T10:00");
            raises(story.person("molly-haigh"), "charity", "unknown", "Send to Ibrahim Sesay");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("ibrahim-sesay"), "Will Crosland");
            story.wait(Duration.ofMinutes(2));
            movesUp(story, "ibrahim-sesay", "Step 3");

            assertThat(messages(story, "alec-dyson")).contains("You are asked to take part in talking it over");
        }

        @Test
        void whoeverIsSatisfiedEndsItBeforeTheScrutineerIsNeeded() {
            Story story = atTheScrutineer();
            story.person("denise-whitwam")
                    .pressesInMessage("Read it")
                    .passesFirstQuestions()
                    .presses("We are satisfied");
            story.wait(Duration.ofMinutes(2));

            assertThat(messages(story, "molly-haigh"))
                    .contains("The last word has been spoken on CV-2026-0001. Before it counts as resolved");
        }

        @Test
        void whoeverIsNotSatisfiedLetsItGoOn() {
            Story story = atTheScrutineer();
            story.person("denise-whitwam")
                    .pressesInMessage("Read it")
                    .passesFirstQuestions()
                    .presses("Still not satisfied");
            story.wait(Duration.ofMinutes(2));

            assertThat(messages(story, "molly-haigh")).doesNotContain("Before it counts as resolved");
            assertThat(page(story, "molly-haigh")).contains("Now: Step 4, with the Independent Scrutineer");
        }

        @Test
        void noAnswerByTheNextMorningCountsAsNotSatisfied() {
            Story story = atTheScrutineer();
            assertThat(page(story, "molly-haigh")).contains("Denise Whitwam decides how it goes on");
            story.until("2026-12-02T10:30");

            assertThat(page(story, "molly-haigh"))
                    .contains("Now: Step 4, with the Independent Scrutineer")
                    .doesNotContain("Denise Whitwam decides how it goes on");
            records(story, "ingrid-sharp", "Record a talk", "Approve this record");
        }

        @Test
        void bradfordAsksBeforeTheHeadsOfServiceToo() {
            Story story = new Story("bradford", "2026-12-01T10:00");
            Story.Actor asha = story.person("asha-patel");
            asha.begins("");
            concern("council", "unknown").with("P-1", "service").until(asha, "Send to Tom Reed");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("tom-reed"), "Priya Shah");
            story.wait(Duration.ofMinutes(2));
            movesUp(story, "tom-reed", "Step 4");
            movesUp(story, "olu-adeyemi", "Step 5");

            assertThat(messages(story, "helen-ward"))
                    .contains("Is your agency still not satisfied that the child is safe?");
        }

        private Story atTheScrutineer() {
            Story story = new Story("kirklees", "2026-12-01T10:00");
            raises(story.person("molly-haigh"), "council", "post:social-worker", "Send to Ibrahim Sesay");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("ibrahim-sesay"), "Declan Sykes");
            story.wait(Duration.ofMinutes(2));
            movesUp(story, "ibrahim-sesay", "Step 3");
            talks(story, "ingrid-sharp");
            decides(story, "ingrid-sharp", "still-differ", "");
            return story;
        }
    }

    @Nested
    class AtTheClose {

        private final Story story = new Story("bradford", "2026-12-01T10:00");
        private final Story.Actor asha = story.person("asha-patel");
        private final Story.Actor priya = story.person("priya-shah");

        @Test
        void aDebriefIsForWhoeverAsksAndWhoeverHoldsIt() {
            agree();
            asha.pressesInMessage("Answer two questions");
            asha.enters(
                    Map.of("Z-9.risk", List.of("no"), "Z-9.satisfied", List.of("yes"), "Z-8", List.of("yes")),
                    "Record my answer");
            story.wait(Duration.ofMinutes(2));

            assertThat(messages(story, "tom-reed")).contains("would like a short debrief with you, in confidence");
            assertThat(messages(story, "priya-shah")).doesNotContain("debrief");
            Story.Actor tom = story.person("tom-reed");
            tom.begins("cases").presses("Open ").presses("See the case");
            assertThat(PlainText.of(tom.screen())).contains("Tom Reed holds a meeting");
            for (String other : List.of("asha-patel", "priya-shah", "helen-ward")) {
                assertThat(page(story, other)).doesNotContain("holds a meeting");
            }
        }

        @Test
        void nothingOfADebriefIsSeenByOthersWhetherItIsLateOrHeld() {
            agree();
            asha.pressesInMessage("Answer two questions");
            asha.enters(
                    Map.of("Z-9.risk", List.of("no"), "Z-9.satisfied", List.of("yes"), "Z-8", List.of("yes")),
                    "Record my answer");
            Story.Actor tom = story.person("tom-reed");
            for (Story.Actor person : List.of(tom, priya)) {
                person.begins("cases").presses("Open ").presses("Answer two questions");
                person.enters(Map.of("Z-9.risk", List.of("no"), "Z-9.satisfied", List.of("yes")), "Record my answer");
            }
            for (Story.Actor person : List.of(tom, priya)) {
                person.begins("cases").presses("Open ").presses("I've recorded it on the child's file");
            }
            String before = page(story, "asha-patel");
            assertThat(PlainText.of(asha.begins("cases").screen())).contains("Nothing is owed any more.");

            story.until("2026-12-04T10:00");
            assertThat(page(story, "asha-patel")).isEqualTo(before);
            tom.begins("cases").presses("Open ");
            assertThat(PlainText.of(tom.screen())).contains("would like a short debrief with you, in confidence");
            tom.presses("I've held the debrief");
            assertThat(page(story, "asha-patel").replaceAll("(?m)^.*: closed\\. .*\\n", ""))
                    .isEqualTo(before);
        }

        @Test
        void aProcedureThatShouldChangeIsToldToThePartnership() {
            agree();
            asha.pressesInMessage("Answer two questions");
            asha.enters(
                    Map.of(
                            "Z-9.risk", List.of("no"),
                            "Z-9.satisfied", List.of("yes"),
                            "Z-10", List.of("yes"),
                            "Z-10.which", List.of("The threshold for early help.")),
                    "Record my answer");
            story.wait(Duration.ofMinutes(2));

            assertThat(messages(story, "beth-long"))
                    .contains("would like a shared procedure to be looked at again")
                    .doesNotContain("The threshold for early help.");
        }

        private void agree() {
            asha.begins("");
            concern("council", "unknown").with("P-1", "service").until(asha, "Send to Tom Reed");
            story.wait(Duration.ofMinutes(2));
            takesForward(story.person("tom-reed"), "Priya Shah");
            story.wait(Duration.ofMinutes(2));
            Ladder.agrees(story, "tom-reed", "Priya Shah");
            priya.pressesInMessage("Read it").passesFirstQuestions().presses("Yes, this is what we agreed");
            story.wait(Duration.ofMinutes(2));
        }
    }

    private static String messages(Story story, String person) {
        return story.person(person).messages().stream().map(PlainText::of).collect(Collectors.joining("\n"));
    }

    private static String page(Story story, String raiser) {
        return PlainText.of(
                story.person(raiser).begins("cases").presses("Open ").screen());
    }
}
