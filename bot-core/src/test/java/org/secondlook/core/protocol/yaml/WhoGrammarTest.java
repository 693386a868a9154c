package org.secondlook.core.protocol.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondlook.core.protocol.Flag;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.StageId;
import org.secondlook.core.protocol.Target;
import org.secondlook.core.protocol.WhenLate;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.protocol.Who.Term;

class WhoGrammarTest {

    private final Names names = new Names(Map.of(
            Kind.ROLE, List.of("business-unit", "board"),
            Kind.CONTACT, List.of("front-door"),
            Kind.STAGE, List.of("step-1", "step-2")));
    private final WhoGrammar grammar = new WhoGrammar(names);

    static Stream<Arguments> terms() {
        return Stream.of(
                Arguments.of("raiser", new Term.Raiser()),
                Arguments.of("decision-maker", new Term.DecisionMaker()),
                Arguments.of("co-worker", new Term.CoWorker()),
                Arguments.of("raising first-line", new Term.AtLevel(Side.RAISING, Optional.of(Level.FIRST_LINE))),
                Arguments.of("responding this-level", new Term.AtLevel(Side.RESPONDING, Optional.empty())),
                Arguments.of("both strategic", new Term.AtLevel(Side.BOTH, Optional.of(Level.STRATEGIC))),
                Arguments.of("own lead", new Term.Lead(Side.OWN)),
                Arguments.of("business-unit", new Term.RoleHolder("business-unit")),
                Arguments.of("contact front-door", new Term.OutsideContact("front-door")));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void readsEachKindOfPerson(String words, Term term) throws NotUnderstood {
        assertThat(grammar.one(words)).isEqualTo(Who.of(term));
    }

    @Test
    void triesAlternativesInTheirOrder() throws NotUnderstood {
        assertThat(grammar.holder("raising strategic or raising lead or board"))
                .isEqualTo(Who.of(
                        new Term.AtLevel(Side.RAISING, Optional.of(Level.STRATEGIC)),
                        new Term.Lead(Side.RAISING),
                        new Term.RoleHolder("board")));
    }

    @Test
    void namesSeveralPeopleEachWithAlternatives() throws NotUnderstood {
        assertThat(grammar.everybody("board and own first-line or own lead"))
                .containsExactly(
                        Who.of(new Term.RoleHolder("board")),
                        Who.of(new Term.AtLevel(Side.OWN, Optional.of(Level.FIRST_LINE)), new Term.Lead(Side.OWN)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "board and raiser|says 'board and raiser', but only one can be named here. Name the others under 'with'.",
                "own lead|says 'own lead', but 'own' means the side of the holder, so it cannot name the holder.",
                "raiser or own lead|says 'own lead', but 'own' means the side of the holder, so it cannot name the holder.",
                "co-worker|says 'co-worker', whom the bot cannot ask to do anything.",
                "contact front-door|says 'contact front-door', whom the bot cannot ask to do anything.",
                "raising external|says 'raising external', but no agency has that level. Name a role.",
                "contact frontdoor|says 'contact frontdoor', but there is no such contact. Did you mean 'front-door'?"
            })
    void saysWhoCannotHoldADuty(String words, String why) {
        assertThatThrownBy(() -> grammar.holder(words))
                .isInstanceOf(NotUnderstood.class)
                .hasMessage(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "borad|says 'borad', which is nobody. Did you mean 'board'?",
                "raising frist-line|says 'raising frist-line', which is nobody. Did you mean 'raising first-line'?",
                "raiser or|says 'raiser or', which is nobody. Name the raiser",
                "my friend|says 'my friend', which is nobody. Name the raiser"
            })
    void saysWhomItDoesNotKnow(String words, String why) {
        assertThatThrownBy(() -> grammar.holder(words))
                .isInstanceOf(NotUnderstood.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void readsWhatLatenessDoes() throws NotUnderstood {
        LateGrammar late = new LateGrammar(grammar);

        assertThat(late.parse("advance")).isEqualTo(new Late.Move(WhenLate.ADVANCE));
        assertThat(late.parse("stay")).isEqualTo(new Late.Move(WhenLate.STAY));
        assertThat(late.parse("deputy")).isEqualTo(new Late.ToDeputy());
        assertThat(late.parse("tell board and both lead"))
                .isEqualTo(
                        new Late.Tell(List.of(Who.of(new Term.RoleHolder("board")), Who.of(new Term.Lead(Side.BOTH)))));
    }

    @Test
    void readsWhereOutcomesLead() throws NotUnderstood {
        TargetGrammar target = new TargetGrammar(names);

        assertThat(target.parse("close")).isEqualTo(new Target.Close());
        assertThat(target.parse("stay")).isEqualTo(new Target.Stay());
        assertThat(target.parse("step-2")).isEqualTo(new Target.ToStage(new StageId("step-2")));
        assertThat(target.parse("step-1 when partner-is-party otherwise close"))
                .isEqualTo(new Target.ByFlag(
                        Flag.PARTNER_IS_PARTY, new Target.ToStage(new StageId("step-1")), new Target.Close()));
    }
}
