package org.secondlook.core.protocol.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.secondlook.core.protocol.Anchor;
import org.secondlook.core.protocol.ClockRule;
import org.secondlook.core.protocol.ClockRule.Agreement;
import org.secondlook.core.protocol.ClockRule.Unit;
import org.secondlook.core.protocol.DutyId;
import org.secondlook.core.yaml.Spelling;

class ClockGrammarTest {

    private final ClockGrammar grammar = new ClockGrammar(List.of("decision", "talk"));

    @Test
    void readsTheWholeGrammar() throws NotUnderstood {
        assertThat(parse("agreed, ideally within 10 working days after raised, or the child's date if sooner (local)"))
                .isEqualTo(new ClockRule(
                        "clock", Agreement.IDEALLY, 10, Unit.WORKING_DAY, Anchor.of(Anchor.Kind.RAISED), true, true));
        assertThat(parse("agreed, at most 1 working week after told"))
                .isEqualTo(rule(Agreement.AT_MOST, 1, Unit.WORKING_WEEK, Anchor.of(Anchor.Kind.TOLD)));
        assertThat(parse("15 working days after decision"))
                .isEqualTo(rule(Agreement.NONE, 15, Unit.WORKING_DAY, Anchor.done(new DutyId("decision"))));
    }

    @ParameterizedTest
    @CsvSource({
        "72 hours after conference, 72, HOUR",
        "1 hour after conference, 1, HOUR",
        "1 working day after conference, 1, WORKING_DAY",
        "2 working weeks after conference, 2, WORKING_WEEK",
        "1 calendar month after conference, 1, CALENDAR_MONTH",
        "same working day as conference, 0, SAME_WORKING_DAY",
        "at once after conference, 0, AT_ONCE"
    })
    void readsEachUnit(String words, int quantity, Unit unit) throws NotUnderstood {
        assertThat(parse(words)).isEqualTo(rule(Agreement.NONE, quantity, unit, Anchor.of(Anchor.Kind.CONFERENCE)));
    }

    @ParameterizedTest
    @EnumSource(value = Anchor.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "DONE")
    void readsEachMoment(Anchor.Kind moment) throws NotUnderstood {
        assertThat(parse("5 working days after " + Spelling.of(moment)).anchor())
                .isEqualTo(Anchor.of(moment));
    }

    @Test
    void forgivesSpacesAndCurlyApostrophes() throws NotUnderstood {
        assertThat(parse(" 5  working days after reached, or the child’s date if sooner ")
                        .orChildsDate())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "five working days after told|counts 'five'. Write a number from 1 to 999 in figures.",
                "0 working days after told|counts '0'. Write a number from 1 to 999 in figures.",
                "1000 hours after told|counts '1000'. Write a number from 1 to 999 in figures.",
                "5 days after told|counts 'days'. Say 'working days', so that everybody counts alike.",
                "1 week after told|counts 'week'. Say 'working weeks', so that everybody counts alike.",
                "1 month after told|counts 'month'. Say 'calendar months', so that everybody counts alike.",
                "5 minutes after told|counts 'minutes', which only the bot itself does. Use hours or working days.",
                "5 workng days after told|counts in 'workng days'. Did you mean 'working day'? Use hours, working days, working weeks or calendar months.",
                "5 working days|is '5 working days', which is no time limit. Write it like '5 working days after reached', 'same working day as risk' or 'at once after told'.",
                "soon|is 'soon', which is no time limit. Write it like '5 working days after reached', 'same working day as risk' or 'at once after told'.",
                "5 working days after done|counts from 'done', which is neither a duty nor a moment. The moments are raised, alerted, reached, told, asked, conference, left and risk.",
                "5 working days after raisd|counts from 'raisd', which is neither a duty nor a moment. Did you mean 'raised'? The moments are raised, alerted, reached, told, asked, conference, left and risk.",
                "at once after decsion|counts from 'decsion', which is neither a duty nor a moment. Did you mean 'decision'? The moments are raised, alerted, reached, told, asked, conference, left and risk.",
                "agreed 5 working days after told|must begin with 'agreed, at most' or 'agreed, ideally within', or with the number.",
                "at most 5 working days after told|must begin with 'agreed, at most' or 'agreed, ideally within', or with the number.",
                "5 working days after told or the child's date if sooner|must say it in these words: ', or the child's date if sooner'.",
                "5 working days (local) after told|must have '(local)' at its very end.",
                "5 working days after told, if possible|has more to say after a comma: 'if possible'. Only ', or the child's date if sooner' may follow."
            })
    void saysWhatItDoesNotUnderstand(String words, String why) {
        assertThatThrownBy(() -> parse(words)).isInstanceOf(NotUnderstood.class).hasMessage(why);
    }

    private ClockRule parse(String words) throws NotUnderstood {
        return grammar.parse("clock", words);
    }

    private static ClockRule rule(Agreement agreement, int quantity, Unit unit, Anchor anchor) {
        return new ClockRule("clock", agreement, quantity, unit, anchor, false, false);
    }
}
