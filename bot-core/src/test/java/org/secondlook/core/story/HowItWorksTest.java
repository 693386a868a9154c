package org.secondlook.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What each partnership says of its own procedure (W-5), of whom to turn to (C-1), and of whom to ring (I-2u). */
class HowItWorksTest {

    @Test
    void bradfordNamesItsSixStepsItsToolAndItsBusinessUnit() {
        assertThat(howItWorks("bradford", "asha-patel"))
                .contains("This is Resolving professional disagreements, version 1, of Bradford District Safeguarding")
                .contains("Step 1, talk it through with co-workers: 5 working days after the step is reached, or the"
                        + " child's date if that is sooner")
                .contains("Step 6, the partnership: 5 working days after the step is reached")
                .contains("The child may need it sooner, and then sooner counts.")
                .contains("Bradford Continuum of Need and Risk: ask the business unit for the link")
                .contains("Northshire partnership business unit: 01632 960 500");
    }

    @Test
    void northumberlandNamesItsThresholdsAndThatAllOfItEndsInAMonth() {
        assertThat(howItWorks("northumberland", "ewan-charlton"))
                .contains("This is Protocol for resolving professional disagreement, version 1")
                .contains("Within one agency, use that agency's own procedure.")
                .contains("Step 2, line managers: a date that both agree, at most 5 working days after the step is"
                        + " reached, or the child's date if that is sooner")
                .contains("All of it ends 1 calendar month after it was put to the other agency.")
                .contains("Thresholds document: ask the business unit for the link")
                .contains("Moorland partnership business manager: 01632 960 011");
    }

    @Test
    void pscpSaysWhatItReplacesAndWithWhichBearingToTalk() {
        assertThat(howItWorks("pscp", "jowan-bolitho"))
                .contains("This is Case resolution protocol, version 1, of PSCP.")
                .contains("It takes the place of all earlier escalation and resolution policies of PSCP and PSCB.")
                .contains("Building Support for Children and Families: ask the business unit for the link")
                .contains("Say clearly what you think, and be ready to have missed something.")
                .contains("Nobody steps away from the child while this is being settled.")
                .contains("Stage five, strategic leader to strategic leader: 5 working days after the step is reached");
    }

    @Test
    void panSussexLeadsToTheLivePolicyAndToWhatItsPartnershipLinks() {
        assertThat(howItWorks("pan-sussex", "rowan-gale"))
                .contains("This is Resolving professional differences, version 1")
                .contains("Pan Sussex procedures, chapter 7.2, as printed on 3 December 2024")
                .contains("7.2.5, between first-line managers: a date that both agree, at most 1 working week after the"
                        + " step is reached, or the child's date if that is sooner")
                .contains("The procedure as it stands now: http://sussexchildprotection.procedures.org.uk")
                .contains("Contact us: https://partnership.downshire.example/contact")
                .contains("Downshire escalation policy: https://partnership.downshire.example/escalation");
    }

    @Test
    void kirkleesSpeaksOfTheDutyToQuestionAndGivesEveryWayToReachItsOffice() {
        assertThat(howItWorks("kirklees", "molly-haigh"))
                .contains("This is Dispute Resolution Process, version 1, of KSCP.")
                .contains("It is your duty to question a decision that is not in a child's best interests.")
                .contains(
                        "Step 2, line managers and leads: a date that both agree, ideally within 10 working days after"
                                + " it was put to the other agency")
                .contains("All of it ends 1 calendar month after it was put to the other agency.")
                .contains("Duty and advice: 01632 960 910")
                .contains("Colnevale partnership manager: 01632 960 911, kscb.admin@kirklees.gov.uk")
                .contains("NSPCC whistleblowing helpline: 0800 028 0285");
    }

    @Test
    void helpNamesTheOfficeOfThePartnershipByItsOwnName() {
        assertThat(help("northumberland", "ewan-charlton"))
                .contains("Bronagh Kelly, your safeguarding lead: 01632 960 026")
                .contains("Mina Farouk, your manager: 01632 960 022")
                .contains("Moorland partnership business manager: 01632 960 011");
        assertThat(help("kirklees", "molly-haigh"))
                .contains("Colnevale partnership manager: 01632 960 911")
                .contains("NSPCC whistleblowing helpline, any time you need advice: 0800 028 0285");
    }

    @Test
    void whomToRingIsToldAtAnyMoment() {
        assertThat(urgent("northumberland", "ewan-charlton"))
                .contains("If there is immediate danger, ring 999.")
                .contains("Tell your safeguarding lead, Bronagh Kelly: 01632 960 026.");
        assertThat(urgent("kirklees", "molly-haigh")).contains("Ring Duty and advice: 01632 960 910.");
    }

    private static String howItWorks(String pack, String person) {
        Story.Actor actor = new Story(pack, "2026-12-01T10:00").person(person);
        return PlainText.of(actor.types("hello").presses("How this works").screen());
    }

    private static String help(String pack, String person) {
        Story.Actor actor = new Story(pack, "2026-12-01T10:00").person(person);
        return PlainText.of(actor.begins("help").screen());
    }

    /** In the midst of raising something. */
    private static String urgent(String pack, String person) {
        Story.Actor actor = new Story(pack, "2026-12-01T10:00").person(person);
        actor.begins("").answers("P-0", "none");
        return PlainText.of(actor.types("urgent").screen());
    }
}
