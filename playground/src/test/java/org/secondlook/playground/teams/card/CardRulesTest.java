package org.secondlook.playground.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CardRulesTest {

    @Test
    void acceptsEveryElementThatThePageDraws() {
        assertThat(check("""
                'body':[
                 {'type':'TextBlock','text':'T','style':'heading','weight':'Bolder','wrap':true},
                 {'type':'RichTextBlock','inlines':['a',{'type':'TextRun','text':'b'}]},
                 {'type':'Container','style':'emphasis','items':[{'type':'TextBlock','text':'T'}]},
                 {'type':'ColumnSet','columns':[{'type':'Column','width':'auto','items':[{'type':'TextBlock','text':'T'}]}]},
                 {'type':'FactSet','facts':[{'title':'A','value':'B'}]},
                 {'type':'Image','url':'https://example.org/a.png','altText':'A'},
                 {'type':'Input.Text','id':'a','label':'L','isRequired':true,'errorMessage':'E'},
                 {'type':'Input.ChoiceSet','id':'b','label':'L','choices':[{'title':'A','value':'a'}]},
                 {'type':'Input.Toggle','id':'c','title':'T'},{'type':'Input.Date','id':'d','label':'L'},
                 {'type':'Input.Time','id':'e','label':'L'},{'type':'Input.Number','id':'f','label':'L'},
                 {'type':'ActionSet','actions':[{'type':'Action.OpenUrl','title':'O','url':'https://example.org'}]}],
                'actions':[{'type':'Action.Execute','title':'E','verb':'v','data':{}},
                 {'type':'Action.ShowCard','title':'S','card':{'type':'AdaptiveCard','body':[]}}]""")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'body':[{'type':'Nonsense'}]                                             | unsupported type: Nonsense [json-pointer:/body/0/type]
            'body':[{'type':'TextBlock'}]                                            | missing required field: text [json-pointer:/body/0]
            'body':[{'type':'Input.Text','label':'L'}]                               | missing required field: id [json-pointer:/body/0]
            'body':[{'type':'Input.Text','id':'a'},{'type':'Input.Date','id':'a'}]   | input id already exists: a [json-pointer:/body/1]
            'body':[{'type':'Container','items':[{'type':'Nonsense'}]}]              | unsupported type: Nonsense [json-pointer:/body/0/items/0/type]
            'actions':[{'type':'Action.Http','title':'T'}]                           | unsupported type: Action.Http [json-pointer:/actions/0/type]
            'actions':[{'type':'Action.Submit'}]                                     | missing required field: title [json-pointer:/actions/0]
            'actions':[{'type':'Action.Submit','title':'1'},{'type':'Action.Submit','title':'2'},{'type':'Action.Submit','title':'3'},{'type':'Action.Submit','title':'4'},{'type':'Action.Submit','title':'5'},{'type':'Action.Submit','title':'6'},{'type':'Action.Submit','title':'7'}] | no more than 6 items allowed [json-pointer:/actions]
            """)
    void refusesWhatTeamsRefuses(String fields, String fault) {
        assertThat(check(fields)).isEqualTo(fault);
    }

    @Test
    void takesVersionsUpToOnePointFive() {
        assertThat(CardRules.check(json("{'type':'AdaptiveCard','version':'1.6'}")))
                .hasSize(1);
        assertThat(CardRules.check(json("{'type':'AdaptiveCard'}"))).hasSize(1);
        assertThat(CardRules.check(json("{'type':'AdaptiveCard','version':'1.2'}")))
                .isEmpty();
    }

    @Test
    void measuresACardInBytes() {
        String card = "{'type':'AdaptiveCard','version':'1.5','body':[{'type':'TextBlock','text':'%s'}]}";

        assertThat(CardRules.tooLarge(json(card.formatted("é".repeat(15_000))))).isTrue();
        assertThat(CardRules.tooLarge(json(card.formatted("e".repeat(15_000))))).isFalse();
    }

    private static String check(String fields) {
        return String.join(",", CardRules.check(json("{'type':'AdaptiveCard','version':'1.5'," + fields + "}")));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
