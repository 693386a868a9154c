package org.secondlook.playground.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CardPressTest {

    private static final JsonNode CARD = json("""
            {'type':'AdaptiveCard','version':'1.5','body':[
              {'type':'Container','items':[{'type':'Input.Text','id':'what','label':'What','isRequired':true,
                'errorMessage':'Say what','regex':'[a-z ]+'}]},
              {'type':'Input.Number','id':'days','label':'Days','min':1,'max':5},
              {'type':'Input.Toggle','id':'seen','title':'Seen'},
              {'type':'Input.Date','id':'by','label':'By','value':'2026-12-04','max':'2026-12-08'}],
             'actions':[{'type':'Action.Submit','title':'Send','data':{'token':'t'}},
              {'type':'Action.Submit','title':'Back','associatedInputs':'none','data':{'token':'b'}},
              {'type':'Action.ShowCard','title':'More','card':{'type':'AdaptiveCard','body':[
                {'type':'Input.Text','id':'more','label':'More','isRequired':true}],
               'actions':[{'type':'Action.Submit','title':'Send more'}]}}]}""");

    @Test
    void laysWhatWasFilledInOverTheData() {
        CardPress press = new CardPress(CARD, "/actions/0", json("{'what':'some words','days':'3'}"));

        assertThat(press.faults()).isEmpty();
        assertThat(press.data())
                .isEqualTo(json("{'token':'t','what':'some words','days':'3','seen':'false','by':'2026-12-04'}"));
    }

    @Test
    void saysWhatIsWrongWithEachInput() {
        CardPress press = new CardPress(CARD, "/actions/0", json("{'what':'','days':'6','by':'2026-12-09'}"));

        assertThat(press.faults())
                .containsEntry("what", "Say what")
                .containsEntry("days", "This field is required.")
                .containsKey("by");
        assertThat(new CardPress(CARD, "/actions/0", json("{'what':'123'}")).faults())
                .containsOnlyKeys("what");
    }

    @Test
    void anActionMayLeaveTheInputsAlone() {
        CardPress press = new CardPress(CARD, "/actions/1", json("{}"));

        assertThat(press.faults()).isEmpty();
        assertThat(press.data()).isEqualTo(json("{'token':'b'}"));
    }

    @Test
    void aShownCardAddsItsInputsToThoseAroundIt() {
        CardPress press = new CardPress(CARD, "/actions/2/card/actions/0", json("{'what':'words'}"));

        assertThat(press.faults()).containsOnlyKeys("more");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
