package org.secondlook.core.protocol.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.ClockRule.Unit;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Notice;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;
import org.secondlook.core.protocol.Scope;
import org.secondlook.core.protocol.Sector;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Target;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.protocol.WhenLate;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.protocol.Who.Term;
import org.secondlook.core.yaml.Warning;

/** The five packs that come with the bot, against what requirements.md says of their procedures. */
class BundledPacksTest {

    private static final Path PACKS = Path.of("src/main/resources/protocols");

    @ParameterizedTest
    @ValueSource(strings = {"bradford", "kirklees", "northumberland", "pan-sussex", "pscp"})
    void waitsOnlyForWhatAPartnershipHasToFillIn(String name) {
        Pack pack = PackReader.read(PACKS.resolve(name + "@1.yaml"));

        assertThat(pack.isReadyForLiveUse()).isFalse();
        assertThat(pack.warnings().stream().filter(Warning::blocksLiveUse).map(Warning::sentence))
                .isNotEmpty()
                .allMatch(sentence -> sentence.contains("still to fill") || sentence.contains("still to be confirmed"));
    }

    @Test
    void warnsWhereTheStepsDoNotFitInTheMonth() {
        assertThat(otherWarnings("northumberland"))
                .containsExactly(
                        "The limits of track ladder add up to 42 days or more, but 'whole' ends after 1 calendar month: that is the binding limit.");
        assertThat(otherWarnings("kirklees")).isEqualTo(otherWarnings("northumberland"));
        assertThat(otherWarnings("bradford")).isEmpty();
        assertThat(otherWarnings("pscp")).isEmpty();
        assertThat(otherWarnings("pan-sussex")).isEmpty();
    }

    @Test
    void refusesAPackThatDoesNotComeWithTheBot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackReader.readBundled(new ProtocolId("nowhere", 1)))
                .withMessage("Expected a bundled pack nowhere@1, but there is none");
    }

    @Nested
    class Bradford {

        private final Protocol bradford = bundled("bradford");

        @Test
        void hasSixStepsFromTheOwnAgencyToThePartnership() {
            assertThat(bradford.ladder().stages())
                    .extracting(stage -> stage.level().orElseThrow())
                    .containsExactly(
                            Level.PRACTITIONER,
                            Level.PRACTITIONER,
                            Level.FIRST_LINE,
                            Level.SENIOR,
                            Level.STRATEGIC,
                            Level.PARTNERSHIP);
            assertThat(stage("step-1").sides()).isEqualTo(Stage.Sides.RAISING);
            assertThat(stage("step-6").sides()).isEqualTo(Stage.Sides.PARTNERSHIP);
        }

        @Test
        void givesEachStepFiveWorkingDaysOrTheTimeOfTheChild() {
            assertThat(bradford.ladder().stages()).extracting(Stage::limit).containsOnly(Optional.of("step"));
            assertThat(bradford.clock("step").quantity()).isEqualTo(5);
            assertThat(bradford.clock("step").unit()).isEqualTo(Unit.WORKING_DAY);
            assertThat(bradford.clock("step").anchor()).isEqualTo(Anchor.of(Anchor.Kind.REACHED));
            assertThat(bradford.clock("step").orChildsDate()).isTrue();
            assertThat(bradford.clock("step").local()).isFalse();
            assertThat(bradford.whole()).isEmpty();
        }

        @Test
        void movesUpByItselfExceptIntoThePartnership() {
            assertThat(bradford.ladder().stages().subList(0, 5))
                    .extracting(Stage::whenLate)
                    .containsOnly(WhenLate.ADVANCE);
            assertThat(bradford.ladder().stages())
                    .extracting(Stage::byHand)
                    .containsExactly(false, false, false, false, false, true);
            assertThat(stage("step-6").whenLate()).isEqualTo(WhenLate.STAY);
        }

        @Test
        void passesOverThePractitionersWhenAChildIsAtRisk() {
            assertThat(stage("step-2").skipWhen()).containsExactly(Flag.RISK_NOW);
        }

        @Test
        void hasTheRiskToldOnTheSameWorkingDay() {
            Duty told =
                    requireNonNull(bradford.flags().get(Flag.RISK_NOW)).owes().get(0);

            assertThat(told.does()).isEqualTo(Does.TOLD);
            assertThat(told.who()).isEqualTo(Who.of(new Term.Raiser()));
            assertThat(bradford.clock(told.by().orElseThrow()).unit()).isEqualTo(Unit.SAME_WORKING_DAY);
        }

        @Test
        void hasTheOwnManagerReviewWithinOneWorkingDayAndThenGiveNotice() {
            Duty review = duty("step-3", "review");
            Duty notice = duty("step-3", "notice");

            assertThat(review.by()).contains("own-review");
            assertThat(bradford.ownReview().quantity()).isEqualTo(1);
            assertThat(bradford.ownReview().local()).isTrue();
            assertThat(notice.form()).contains("formal-challenge");
            assertThat(notice.expects()).containsExactly(new DutyId("review"));
            assertThat(notice.to())
                    .containsExactly(
                            Who.of(new Term.DecisionMaker()),
                            Who.of(new Term.AtLevel(Side.RESPONDING, Optional.empty())),
                            Who.of(new Term.Lead(Side.RESPONDING)));
            assertThat(stage("step-3").mark()).contains("A formal challenge has been lodged");
        }

        @Test
        void putsTheCommitteeWhereAVoluntaryOrFaithAgencyHasNoManager() {
            for (Sector sector : List.of(Sector.VOLUNTARY, Sector.FAITH)) {
                assertThat(bradford.levels().titles(Level.SENIOR, sector))
                        .containsExactly(
                                "service manager", "management committee member", "designated safeguarding lead");
                assertThat(bradford.levels().titles(Level.STRATEGIC, sector))
                        .containsExactly(
                                "head of service", "management committee member", "commissioner", "funding body");
            }
        }

        @Test
        void asksBothSidesForReasonsAndTheRaisingSideToSettle() {
            for (String step : List.of("step-2", "step-3", "step-4", "step-5")) {
                assertThat(duty(step, "respond").does()).isEqualTo(Does.RESPOND);
                assertThat(duty(step, "outcome").needs()).containsExactly(new DutyId("respond"));
                assertThat(duty(step, "outcome").late()).isEqualTo(new Late.AsStage());
            }
        }

        @Test
        void letsTheBusinessUnitRecordTheCourseOfAction() {
            Duty course = duty("step-6", "course");

            assertThat(course.who()).isEqualTo(Who.of(new Term.RoleHolder("business-unit")));
            assertThat(course.outcomes()).containsOnlyKeys("resolved", "unresolved");
            assertThat(bradford.notices())
                    .contains(
                            new Notice(
                                    Who.of(new Term.RoleHolder("business-unit")),
                                    Notice.Of.LATE,
                                    Optional.empty(),
                                    Set.of(new StageId("step-5")),
                                    Notice.See.FACT),
                            new Notice(
                                    Who.of(new Term.RoleHolder("sapp")),
                                    Notice.Of.ANSWERED,
                                    Optional.of("protocol-review"),
                                    Set.of(),
                                    Notice.See.FACT));
        }

        private Stage stage(String id) {
            return bradford.stage(new StageId(id));
        }

        private Duty duty(String stage, String id) {
            return stage(stage).duty(new DutyId(id)).orElseThrow();
        }
    }

    @Nested
    class Northumberland {

        private final Protocol northumberland = bundled("northumberland");

        @Test
        void sendsAMatterOfAPartnerToTheScrutineerOnlyIfThePartnersCannotResolveIt() {
            Duty intervene = northumberland
                    .stage(new StageId("step-4"))
                    .duty(new DutyId("intervene"))
                    .orElseThrow();

            assertThat(intervene.outcomes())
                    .containsEntry("resolved", new Target.Close())
                    .containsEntry(
                            "unresolved",
                            new Target.ByFlag(
                                    Flag.PARTNER_IS_PARTY,
                                    new Target.ToStage(new StageId("scrutiny")),
                                    new Target.ToStage(new StageId("inspectorate"))));
        }

        @Test
        void agreesDatesOfAtMostFiveWorkingDaysWithinAMonth() {
            assertThat(northumberland.clock("step").agreement()).isEqualTo(ClockRule.Agreement.AT_MOST);
            assertThat(northumberland
                            .clock(northumberland.whole().orElseThrow())
                            .anchor())
                    .isEqualTo(Anchor.of(Anchor.Kind.RAISED));
            assertThat(northumberland.ownReview().agreement()).isEqualTo(ClockRule.Agreement.AT_MOST);
        }

        @Test
        void namesTheInspectorateOfEachSector() {
            assertThat(northumberland.role("inspectorate").bySector())
                    .containsEntry(Sector.SOCIAL_CARE, "Ofsted")
                    .containsEntry(Sector.EDUCATION, "Ofsted")
                    .containsEntry(Sector.HEALTH, "CQC")
                    .containsEntry(Sector.POLICE, "HMICFRS");
        }

        @Test
        void goesFromThePractitionersUpToTheHeadsOfServiceAndThePartnership() {
            assertThat(northumberland.ladder().stages().subList(0, 4))
                    .extracting(stage -> stage.level().orElseThrow())
                    .containsExactly(Level.PRACTITIONER, Level.FIRST_LINE, Level.SENIOR, Level.STRATEGIC);
            assertThat(northumberland.ladder().stages())
                    .extracting(stage -> stage.limit().orElseThrow())
                    .containsExactly("step", "step", "step", "step", "facilitate", "facilitate");
        }

        @Test
        void goesToAnInspectorateOnlyByHand() {
            assertThat(northumberland.stage(new StageId("inspectorate")).byHand())
                    .isTrue();
            assertThat(northumberland.stage(new StageId("step-4")).byHand()).isTrue();
        }
    }

    @Nested
    class Pscp {

        private final Protocol pscp = bundled("pscp");

        @Test
        void makesTheTopTwoStagesTalkBeforeTheyAnswer() {
            for (String stage : List.of("stage-4", "stage-5")) {
                Stage top = pscp.stage(new StageId(stage));

                assertThat(top.duty(new DutyId("respond")).orElseThrow().needs())
                        .containsExactly(new DutyId("talk"));
                assertThat(top.duty(new DutyId("update")).orElseThrow().outlives())
                        .isTrue();
            }
            assertThat(pscp.stage(new StageId("stage-3")).duty(new DutyId("talk")))
                    .isEmpty();
        }

        @Test
        void hasTheTitlesOfEachSectorAtEachStage() {
            assertThat(pscp.levels().titles(Level.PRACTITIONER, Sector.SOCIAL_CARE))
                    .contains("social worker", "family support worker");
            assertThat(pscp.levels().titles(Level.PRACTITIONER, Sector.HEALTH)).contains("midwife", "health visitor");
            assertThat(pscp.levels().titles(Level.PRACTITIONER, Sector.EDUCATION))
                    .contains("teacher");
            assertThat(pscp.levels().titles(Level.PRACTITIONER, Sector.YOUTH)).contains("youth worker");
            assertThat(pscp.levels().titles(Level.FIRST_LINE, Sector.SOCIAL_CARE))
                    .containsExactly("team manager", "practice supervisor", "designated safeguarding lead");
            assertThat(pscp.levels().titles(Level.FIRST_LINE, Sector.HEALTH)).contains("designated nurse");
            assertThat(pscp.levels().titles(Level.SENIOR, Sector.SOCIAL_CARE))
                    .containsExactly(
                            "service manager",
                            "operations manager",
                            "head of service",
                            "named safeguarding representative",
                            "designated safeguarding representative");
            assertThat(pscp.levels().titles(Level.SENIOR, Sector.EDUCATION)).containsExactly("head teacher");
            assertThat(pscp.levels().titles(Level.STRATEGIC, Sector.SOCIAL_CARE))
                    .contains("service director");
            assertThat(pscp.levels().titles(Level.STRATEGIC, Sector.HEALTH)).contains("chief nurse");
            assertThat(pscp.levels().titles(Level.STRATEGIC, Sector.EDUCATION)).contains("trust director of education");
        }

        @Test
        void givesEachStageFiveWorkingDaysFromReachingIt() {
            assertThat(pscp.ladder().stages()).extracting(Stage::limit).containsOnly(Optional.of("stage"));
            assertThat(pscp.clock("stage").quantity()).isEqualTo(5);
            assertThat(pscp.clock("stage").unit()).isEqualTo(Unit.WORKING_DAY);
            assertThat(pscp.clock("stage").anchor()).isEqualTo(Anchor.of(Anchor.Kind.REACHED));
        }

        @Test
        void neverShowsWordsToTheSubgroupOfTheParties() {
            assertThat(pscp.role("qas").membersAreParties()).isTrue();
            assertThat(pscp.notices())
                    .filteredOn(notice -> notice.who().equals(Who.of(new Term.RoleHolder("qas"))))
                    .extracting(Notice::see)
                    .containsOnly(Notice.See.FACT);
        }
    }

    @Nested
    class PanSussex {

        private final Protocol panSussex = bundled("pan-sussex");

        @Test
        void countsTheDissentFromTheConferenceAndTheReconvenedOneFromTheDecision() {
            ClockRule window = panSussex.clock(
                    panSussex.track(new TrackId("dissent")).opensUntil().orElseThrow());

            assertThat(window.quantity()).isEqualTo(72);
            assertThat(window.unit()).isEqualTo(Unit.HOUR);
            assertThat(panSussex.clock("dissent-decision").anchor()).isEqualTo(Anchor.of(Anchor.Kind.CONFERENCE));
            assertThat(panSussex.clock("reconvene").anchor()).isEqualTo(Anchor.done(new DutyId("decision")));
            assertThat(panSussex.clock("reconvene").quantity()).isEqualTo(15);
        }

        @Test
        void locksTheDecisionOnADissentUntilTheDissenterWasSpokenTo() {
            Duty decision = panSussex
                    .stage(new StageId("considered"))
                    .duty(new DutyId("decision"))
                    .orElseThrow();

            assertThat(decision.needs()).containsExactly(new DutyId("read"), new DutyId("talk"));
            assertThat(decision.reasonsFor()).containsExactly("not-upheld");
        }

        @Test
        void hasTheTitlesOfEachSectorAtEachRung() {
            assertThat(panSussex.levels().titles(Level.FIRST_LINE, Sector.SOCIAL_CARE))
                    .containsExactly("children's social care manager");
            assertThat(panSussex.levels().titles(Level.FIRST_LINE, Sector.POLICE))
                    .containsExactly("detective sergeant");
            assertThat(panSussex.levels().titles(Level.FIRST_LINE, Sector.HEALTH))
                    .containsExactly("designated safeguarding health professional");
            assertThat(panSussex.levels().titles(Level.FIRST_LINE, Sector.EDUCATION))
                    .containsExactly("designated safeguarding teacher");
            assertThat(panSussex.levels().titles(Level.SENIOR, Sector.POLICE)).containsExactly("detective inspector");
            assertThat(panSussex.levels().titles(Level.SENIOR, Sector.EDUCATION))
                    .containsExactly("headteacher");
            assertThat(panSussex.levels().titles(Level.SENIOR, Sector.SOCIAL_CARE))
                    .startsWith("service manager");
            assertThat(panSussex.levels().titles(Level.SENIOR, Sector.HEALTH))
                    .startsWith("designated doctor", "designated nurse");
        }

        @Test
        void givesTheFirstRungsAWorkingWeekOrTheTimeThatProtectsTheChild() {
            for (String clock : List.of("first-week", "further-week")) {
                ClockRule week = panSussex.clock(clock);

                assertThat(week.quantity()).isEqualTo(1);
                assertThat(week.unit()).isEqualTo(Unit.WORKING_WEEK);
                assertThat(week.anchor()).isEqualTo(Anchor.of(Anchor.Kind.REACHED));
                assertThat(week.agreement()).isEqualTo(ClockRule.Agreement.AT_MOST);
                assertThat(week.orChildsDate()).isTrue();
            }
            assertThat(panSussex.ladder().stages().subList(0, 2))
                    .extracting(stage -> stage.limit().orElseThrow())
                    .containsExactly("first-week", "further-week");
        }

        @Test
        void asksAtEachRungTheFirstLineManagersForTheAdviceOfTheirLead() {
            Duty advice = panSussex
                    .stage(new StageId("first-line"))
                    .duty(new DutyId("advice"))
                    .orElseThrow();

            assertThat(advice.does()).isEqualTo(Does.CONSULT);
            assertThat(advice.who()).isEqualTo(Who.of(new Term.AtLevel(Side.BOTH, Optional.empty())));
        }

        @Test
        void hasEachDiscussionApproved() {
            Duty note = panSussex
                    .stage(new StageId("senior"))
                    .duty(new DutyId("note"))
                    .orElseThrow();

            assertThat(note.each()).containsExactlyInAnyOrder(Does.TALK, Does.CONSULT);
        }
    }

    @Nested
    class Kirklees {

        private final Protocol kirklees = bundled("kirklees");

        @Test
        void servesWithinAnAgencyToo() {
            assertThat(kirklees.scope()).isEqualTo(Scope.BETWEEN_AND_WITHIN);
        }

        @Test
        void asksTheCommitteeAFunderOrAProfessionalBodyWhereThereIsNoLineManager() {
            for (Sector sector : List.of(Sector.VOLUNTARY, Sector.FAITH)) {
                assertThat(kirklees.levels().titles(Level.FIRST_LINE, sector))
                        .containsExactly("line manager", "management committee member", "funder", "professional body");
            }
            assertThat(kirklees.levels().titles(Level.FIRST_LINE, Sector.SELF_EMPLOYED))
                    .containsExactly("professional body", "funder");
            assertThat(kirklees.levels().titles(Level.FIRST_LINE, Sector.SOCIAL_CARE))
                    .containsExactly("team manager");
        }

        @Test
        void givesTheNumbersThatItsProcedurePrints() {
            assertThat(kirklees.contacts().get("front-door"))
                    .satisfies(contact -> assertThat(contact.phone()).contains("01484 414960"));
            assertThat(kirklees.contacts().get("kscp-manager"))
                    .satisfies(contact -> assertThat(contact.email()).contains("kscb.admin@kirklees.gov.uk"));
            assertThat(kirklees.contacts().get("whistle")).satisfies(contact -> {
                assertThat(contact.phone()).contains("0800 028 0285");
                assertThat(contact.link()).contains("www.nspcc.org.uk");
            });
        }

        @Test
        void countsTheFirstStepsFromTheFirstConcern() {
            ClockRule first =
                    kirklees.clock(kirklees.stage(new StageId("step-2")).limit().orElseThrow());

            assertThat(first.anchor()).isEqualTo(Anchor.of(Anchor.Kind.RAISED));
            assertThat(first.agreement()).isEqualTo(ClockRule.Agreement.IDEALLY);
            assertThat(first.quantity()).isEqualTo(10);
        }

        @Test
        void letsAnybodyAskForAConference() {
            assertThat(kirklees.track(new TrackId("conference-request")).openTo())
                    .contains("anyone");
        }
    }

    private static List<String> otherWarnings(String name) {
        return PackReader.readBundled(new ProtocolId(name, 1)).warnings().stream()
                .filter(warning -> !warning.blocksLiveUse())
                .map(Warning::sentence)
                .toList();
    }

    private static Protocol bundled(String name) {
        return PackReader.readBundled(new ProtocolId(name, 1)).protocol();
    }
}
