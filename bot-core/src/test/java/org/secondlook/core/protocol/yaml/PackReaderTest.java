package org.secondlook.core.protocol.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.CalendarRules;
import org.secondlook.core.protocol.CalendarRules.ArrivesLate;
import org.secondlook.core.protocol.CalendarRules.MonthEnd;
import org.secondlook.core.protocol.CalendarRules.Nation;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.ClockRule.Agreement;
import org.secondlook.core.protocol.ClockRule.Unit;
import org.secondlook.core.protocol.Closing;
import org.secondlook.core.protocol.Condition;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Notice;
import org.secondlook.core.protocol.Offer;
import org.secondlook.core.protocol.PackQuestion;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Report;
import org.secondlook.core.protocol.Role;
import org.secondlook.core.protocol.Scope;
import org.secondlook.core.protocol.Sector;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Stage;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Target;
import org.secondlook.core.protocol.Topic;
import org.secondlook.core.protocol.Track;
import org.secondlook.core.protocol.TrackId;
import org.secondlook.core.protocol.WhenLate;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.protocol.Who.Term;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.core.yaml.Patch;

class PackReaderTest {

    private static final Who OWN_LEAD = Who.of(new Term.Lead(Side.OWN));

    private final String text = Patch.good("broken-packs/small@1.yaml");
    private final Protocol small = read(text);

    @Test
    void saysOfAFileThatCannotBeReadThatItCannot(@TempDir Path folder) {
        assertThatThrownBy(() -> PackReader.read(folder.resolve("none@1.yaml")))
                .isInstanceOf(FaultyFileException.class)
                .hasMessage("none@1.yaml:1: The file cannot be read.");
    }

    @Test
    void readsTheHeader() {
        assertThat(small.id()).hasToString("small@1");
        assertThat(small.source().reviewDue()).contains(YearMonth.of(2028, 1));
        assertThat(small.areas()).containsExactly("coast", "moor");
        assertThat(small.scope()).isEqualTo(Scope.BETWEEN_AND_WITHIN);
    }

    @Test
    void readsACalendarInTheUsualWayWhereNothingIsSaid() {
        assertThat(read(text.replaceAll("(?m)^calendar: .*\n", "")).calendar())
                .isEqualTo(new CalendarRules(
                        Nation.ENGLAND_AND_WALES,
                        LocalTime.of(17, 0),
                        ArrivesLate.NEXT_WORKING_DAY,
                        MonthEnd.WORKING_DAY_BEFORE));
        assertThat(read(text.replace("day-ends:", "month-ends-on-holiday: next working day, day-ends:"))
                        .calendar()
                        .monthEnd())
                .isEqualTo(MonthEnd.NEXT_WORKING_DAY);
    }

    @Test
    void takesAnUnknownReviewForNoneAtAll() {
        assertThat(read(text.replace("reviewed: 2026-01", "reviewed: unknown"))
                        .source()
                        .reviewed())
                .isEmpty();
    }

    @Test
    void readsTheCapOfTheWholeAsAClockOfTheLadder() {
        assertThat(small.whole()).contains("whole");
        assertThat(small.ladder().whole()).contains("whole");
        assertThat(small.track(new TrackId("dissent")).whole()).isEmpty();
        assertThat(small.clock("whole").unit()).isEqualTo(Unit.CALENDAR_MONTH);
    }

    @Test
    void readsTheOwnReviewAsAnExpressionAClockOrOneWorkingDay() {
        ClockRule oneDay = new ClockRule(
                "own-review", Agreement.NONE, 1, Unit.WORKING_DAY, Anchor.of(Anchor.Kind.TOLD), false, true);

        assertThat(small.ownReview()).isEqualTo(oneDay).isEqualTo(small.clock("own-review"));
        assertThat(read(text.replaceAll("(?m)^own-review: .*\n", "")).ownReview())
                .isEqualTo(oneDay);
        assertThat(read(text.replaceAll("(?m)^own-review: .*", "own-review: record"))
                        .ownReview()
                        .quantity())
                .isEqualTo(2);
    }

    @Test
    void readsTitlesInTheirOrderAndByKindOfAgency() {
        assertThat(small.levels().titles(Level.FIRST_LINE, Sector.HEALTH))
                .containsExactly("line manager", "safeguarding lead");
        assertThat(small.levels().titles(Level.FIRST_LINE, Sector.VOLUNTARY)).containsExactly("committee member");
        assertThat(small.levels().titles(Level.STRATEGIC, Sector.HEALTH)).isEmpty();
    }

    @Test
    void readsRolesWithTheirInbox() {
        assertThat(small.role("board").via()).contains("office");
        assertThat(small.role("inspectorate"))
                .isEqualTo(new Role(
                        "inspectorate",
                        "Inspectorate",
                        Role.Home.EXTERNAL,
                        Optional.of("office"),
                        Map.of(Sector.HEALTH, "CQC"),
                        false));
        assertThat(small.role("subgroup").membersAreParties()).isTrue();
    }

    @Test
    void readsTopicsAsDoors() {
        assertThat(small.topics())
                .extracting(Topic::go)
                .containsExactly(
                        new Topic.Door.ToTrack(TrackId.LADDER),
                        new Topic.Door.ToFlag(Flag.POLICY_ISSUE),
                        new Topic.Door.ToTrack(new TrackId("dissent")));
    }

    @Test
    void readsAStageWithWhatItsTrackSays() {
        Stage step = stage("step-1");

        assertThat(step.level()).contains(Level.PRACTITIONER);
        assertThat(step.limit()).contains("step");
        assertThat(step.whenLate()).isEqualTo(WhenLate.ASK);
        assertThat(step.sides()).isEqualTo(Stage.Sides.BOTH);
        assertThat(step.skipWhen()).containsExactly(Flag.RISK_NOW);
        assertThat(step.asks()).containsExactly("tried");
    }

    @Test
    void letsTheLastStageStay() {
        assertThat(stage("step-3").whenLate()).isEqualTo(WhenLate.STAY);
        assertThat(stage("step-3").byHand()).isTrue();
    }

    @Test
    void owesInEachStageWithBothSidesWhatTheTrackSays() {
        assertThat(stage("step-1").owes())
                .extracting(Duty::id)
                .containsExactly(new DutyId("respond"), new DutyId("outcome"), new DutyId("note"));
        assertThat(stage("step-3").owes())
                .extracting(Duty::id)
                .containsExactly(new DutyId("refer"), new DutyId("decide"));
    }

    @Test
    void changesOnlyTheKeysThatALowerRowOfTheSameIdNames() {
        Duty first = duty("step-1", "outcome");
        Duty second = duty("step-2", "outcome");

        assertThat(first.expects()).isEmpty();
        assertThat(second.expects()).containsExactly(new DutyId("talk"));
        assertThat(second.needs()).isEqualTo(first.needs()).containsExactly(new DutyId("respond"));
        assertThat(second.who()).isEqualTo(first.who());
        assertThat(second.does()).isEqualTo(Does.SETTLE);
    }

    @Test
    void letsAStageChangeWhatEveryStageOwes() {
        Protocol changed = read(text.replace(
                "        asks: [tried]\n",
                "        asks: [tried]\n        owes: [{ id: respond, by: step, late: deputy }]\n"));
        Duty respond =
                changed.stage(new StageId("step-1")).duty(new DutyId("respond")).orElseThrow();

        assertThat(respond.by()).contains("step");
        assertThat(respond.late()).isEqualTo(new Late.ToDeputy());
        assertThat(respond.does()).isEqualTo(Does.RESPOND);
    }

    @Test
    void readsADutyWithAllItsKeys() {
        Duty decide = duty("step-3", "decide");

        assertThat(decide.who()).isEqualTo(Who.of(new Term.RoleHolder("board")));
        assertThat(decide.with()).containsExactly(Who.of(new Term.RoleHolder("office")));
        assertThat(decide.by()).isEmpty();
        assertThat(decide.expects()).containsExactly(new DutyId("refer"));
        assertThat(decide.reasonsFor()).containsExactly("refused");
        assertThat(decide.outcomes())
                .containsExactly(
                        Map.entry("agreed", new Target.Close()),
                        Map.entry(
                                "refused",
                                new Target.ByFlag(Flag.PARTNER_IS_PARTY, new Target.Close(), new Target.Stay())));
        assertThat(decide.late())
                .isEqualTo(new Late.Tell(
                        List.of(Who.of(new Term.Lead(Side.BOTH)), Who.of(new Term.RoleHolder("office")))));
        assertThat(decide.outlives()).isFalse();
        assertThat(decide.condition()).isEqualTo(Condition.ALWAYS);
    }

    @Test
    void letsLatenessDoWhatIsUsualForEachAct() {
        assertThat(duty("step-1", "outcome").late()).isEqualTo(new Late.AsStage());
        assertThat(duty("step-1", "respond").late()).isEqualTo(new Late.Tell(List.of(Who.of(new Term.Raiser()))));
        assertThat(duty("step-2", "review").late()).isEqualTo(new Late.ToDeputy());
        assertThat(duty("step-2", "talk").late()).isEqualTo(new Late.Tell(List.of(OWN_LEAD)));
    }

    @Test
    void readsInWhichAreaADutyIsOwed() {
        assertThat(duty("after", "next-coast").condition().area()).contains("coast");
        assertThat(duty("after", "next").condition().notArea()).contains("coast");
    }

    @Test
    void letsDutiesOfFlagsAndOfTheCloseOutliveEveryStage() {
        Duty riskTold = requireNonNull(small.flags().get(Flag.RISK_NOW)).owes().get(0);

        assertThat(riskTold.outlives()).isTrue();
        assertThat(riskTold.to()).containsExactly(Who.of(new Term.OutsideContact("front-door")));
        assertThat(small.closing().owes())
                .singleElement()
                .satisfies(duty -> assertThat(duty.outlives()).isTrue());
        assertThat(small.closing().outcomes()).containsExactly(Closing.Outcome.values());
    }

    @Test
    void readsWhoMayBeginATrackAndUntilWhen() {
        Track dissent = small.track(new TrackId("dissent"));

        assertThat(dissent.openTo()).contains("professional at the conference");
        assertThat(dissent.opensUntil()).contains("window");
        assertThat(small.questions().get("conference-ended"))
                .isEqualTo(new PackQuestion(
                        "conference-ended",
                        PackQuestion.Kind.TIME,
                        false,
                        false,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Anchor.Kind.CONFERENCE),
                        Optional.empty()));
    }

    @Test
    void readsOffersNoticesAndReports() {
        assertThat(small.offers())
                .containsExactly(new Offer(
                        "meeting",
                        "Meeting",
                        Set.of(new StageId("step-1")),
                        true,
                        OWN_LEAD,
                        Optional.of(Who.of(new Term.Lead(Side.BOTH))),
                        Optional.of("statement"),
                        List.of(),
                        true));
        assertThat(small.notices().get(1))
                .isEqualTo(new Notice(
                        Who.of(new Term.RoleHolder("subgroup")),
                        Notice.Of.ANSWERED,
                        Optional.of("protocol-review"),
                        Set.of(),
                        Notice.See.FACT));
        assertThat(small.reports())
                .containsExactly(new Report("subgroup", Report.Every.QUARTER, Set.of(Report.Show.COUNTS)));
    }

    @Test
    void keepsATextThatReplacesTheBotsOwn() {
        assertThat(read(text + "texts: { V-1.body: Other words }\n").texts()).containsEntry("V-1.body", "Other words");
    }

    @Test
    void knowsTheLevelsAtWhichItAsksAgencies() {
        assertThat(small.levelsAsked()).containsExactlyInAnyOrder(Level.PRACTITIONER, Level.FIRST_LINE, Level.SENIOR);
    }

    private Stage stage(String id) {
        return small.stage(new StageId(id));
    }

    private Duty duty(String stage, String id) {
        return stage(stage).duty(new DutyId(id)).orElseThrow();
    }

    private static Protocol read(String text) {
        return PackReader.read("small@1.yaml", text).protocol();
    }
}
