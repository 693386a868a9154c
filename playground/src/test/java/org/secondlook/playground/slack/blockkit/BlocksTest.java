package org.secondlook.playground.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BlocksTest {

    private static final String OPTION = "{'text':{'type':'plain_text','text':'A'},'value':'a'}";

    @Test
    void acceptsEveryElementThatThePageDraws() {
        String blocks = """
                {'type':'header','text':{'type':'plain_text','text':'H'}},
                {'type':'section','block_id':'s','text':{'type':'mrkdwn','text':'*T*'},
                 'accessory':{'type':'overflow','action_id':'o','options':[%1$s]}},
                {'type':'section','fields':[{'type':'mrkdwn','text':'F'}]},
                {'type':'context','elements':[{'type':'plain_text','text':'C'},
                 {'type':'image','image_url':'https://example.org/a.png','alt_text':'A'}]},
                {'type':'divider'},
                {'type':'image','image_url':'https://example.org/a.png','alt_text':'A'},
                {'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'R'}]}]},
                {'type':'actions','elements':[
                 {'type':'button','text':{'type':'plain_text','text':'B'},'style':'danger','value':'v',
                  'confirm':{'title':{'type':'plain_text','text':'T'},'text':{'type':'plain_text','text':'T'},
                   'confirm':{'type':'plain_text','text':'Y'},'deny':{'type':'plain_text','text':'N'}}},
                 {'type':'static_select','options':[%1$s]},
                 {'type':'external_select','min_query_length':0},
                 {'type':'multi_static_select','options':[%1$s]},
                 {'type':'users_select'},
                 {'type':'datepicker','initial_date':'2026-12-01'},
                 {'type':'timepicker','initial_time':'10:05'},
                 {'type':'datetimepicker','initial_date_time':1796119500}]},
                {'type':'input','label':{'type':'plain_text','text':'L'},
                 'element':{'type':'plain_text_input','multiline':true,'max_length':3000}},
                {'type':'input','label':{'type':'plain_text','text':'L'},
                 'element':{'type':'radio_buttons','options':[%1$s]}},
                {'type':'input','label':{'type':'plain_text','text':'L'},
                 'element':{'type':'checkboxes','options':[%1$s]}}
                """;

        assertThat(Blocks.inMessage(json("[" + blocks.formatted(OPTION) + "]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'nonsense'}                                                               | /blocks/0/type | unsupported type: nonsense
            {'type':'header','text':{'type':'mrkdwn','text':'H'}}                             | /blocks/0/text/type | unsupported type: mrkdwn
            {'type':'section'}                                                                | /blocks/0 | must have either text or fields
            {'type':'section','text':{'type':'mrkdwn','text':''}}                             | /blocks/0/text/text | must be more than 0 characters
            {'type':'section','tex':1,'text':{'type':'mrkdwn','text':'T'}}                    | /blocks/0 | invalid additional property: tex
            {'type':'image','image_url':'https://example.org/a.png'}                          | /blocks/0 | missing required field: alt_text
            {'type':'actions','elements':[]}                                                  | /blocks/0/elements | no fewer than 1 items required
            {'type':'actions','elements':[{'type':'static_select'}]}                          | /blocks/0/elements/0 | must have either options or option_groups
            {'type':'actions','elements':[{'type':'plain_text_input'}]}                       | /blocks/0/elements/0/type | unsupported type: plain_text_input
            {'type':'input','element':{'type':'plain_text_input'}}                            | /blocks/0 | missing required field: label
            {'type':'context','elements':[{'type':'button'}]}                                 | /blocks/0/elements/0/type | unsupported type: button
            """)
    void refusesWhatSlackRefuses(String block, String pointer, String message) {
        assertThat(Blocks.inMessage(json("[" + block + "]")))
                .containsExactly(message + " [json-pointer:" + pointer + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            header text        | 151  | {'type':'header','text':{'type':'plain_text','text':'X'}}
            section text       | 3001 | {'type':'section','text':{'type':'plain_text','text':'X'}}
            field text         | 2001 | {'type':'section','fields':[{'type':'plain_text','text':'X'}]}
            block id           | 256  | {'type':'divider','block_id':'X'}
            input label        | 2001 | {'type':'input','label':{'type':'plain_text','text':'X'},'element':{'type':'plain_text_input'}}
            input hint         | 2001 | {'type':'input','hint':{'type':'plain_text','text':'X'},'label':{'type':'plain_text','text':'L'},'element':{'type':'plain_text_input'}}
            placeholder        | 151  | {'type':'input','label':{'type':'plain_text','text':'L'},'element':{'type':'plain_text_input','placeholder':{'type':'plain_text','text':'X'}}}
            button text        | 76   | {'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'X'}}]}
            button value       | 2001 | {'type':'actions','elements':[{'type':'button','value':'X','text':{'type':'plain_text','text':'B'}}]}
            button url         | 3001 | {'type':'actions','elements':[{'type':'button','url':'X','text':{'type':'plain_text','text':'B'}}]}
            action id          | 256  | {'type':'actions','elements':[{'type':'button','action_id':'X','text':{'type':'plain_text','text':'B'}}]}
            accessibility      | 76   | {'type':'actions','elements':[{'type':'button','accessibility_label':'X','text':{'type':'plain_text','text':'B'}}]}
            option text        | 76   | {'type':'actions','elements':[{'type':'static_select','options':[{'value':'a','text':{'type':'plain_text','text':'X'}}]}]}
            option value       | 151  | {'type':'actions','elements':[{'type':'static_select','options':[{'value':'X','text':{'type':'plain_text','text':'A'}}]}]}
            """)
    void refusesTextOneCharacterTooLong(String what, int tooLong, String block) {
        String longBlock = block.replace("'X'", "'" + "x".repeat(tooLong) + "'");
        String fittingBlock = block.replace("'X'", "'" + "x".repeat(tooLong - 1) + "'");

        assertThat(Blocks.inMessage(json("[" + fittingBlock + "]"))).as(what).isEmpty();
        assertThat(Blocks.inMessage(json("[" + longBlock + "]")))
                .as(what)
                .singleElement()
                .asString()
                .startsWith("must be less than " + tooLong + " characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            50  | X | {'type':'divider'}
            10  | {'type':'section','fields':[X]} | {'type':'plain_text','text':'F'}
            10  | {'type':'context','elements':[X]} | {'type':'plain_text','text':'F'}
            25  | {'type':'actions','elements':[X]} | {'type':'button','text':{'type':'plain_text','text':'B'}}
            100 | {'type':'actions','elements':[{'type':'static_select','options':[X]}]} | {'text':{'type':'plain_text','text':'A'},'value':'a'}
            10  | {'type':'actions','elements':[{'type':'checkboxes','options':[X]}]} | {'text':{'type':'plain_text','text':'A'},'value':'a'}
            5   | {'type':'actions','elements':[{'type':'overflow','options':[X]}]} | {'text':{'type':'plain_text','text':'A'},'value':'a'}
            """)
    void refusesOneItemTooMany(int most, String around, String item) {
        String fitting = String.join(",", Collections.nCopies(most, item));

        assertThat(Blocks.inMessage(json("[" + around.replace("X", fitting) + "]")))
                .isEmpty();
        assertThat(Blocks.inMessage(json("[" + around.replace("X", fitting + "," + item) + "]")))
                .singleElement()
                .asString()
                .startsWith("no more than " + most + " items allowed");
    }

    @Test
    void refusesTheSameIdTwice() {
        assertThat(Blocks.inMessage(json("[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]")))
                .containsExactly("block_id already exists: a [json-pointer:/blocks/1/block_id]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'title':{'type':'plain_text','text':'A title of 25 characters'},'blocks':[]  | ``
            'title':{'type':'plain_text','text':'A title of 25 characters.'},'blocks':[] | must be less than 25 characters [json-pointer:/view/title/text]
            'blocks':[]                                                                   | missing required field: title [json-pointer:/view]
            'title':{'type':'plain_text','text':'T'}                                      | missing required field: blocks [json-pointer:/view]
            'title':{'type':'plain_text','text':'T'},'blocks':[{'type':'markdown','text':'x'}] | unsupported type: markdown [json-pointer:/view/blocks/0/type]
            'title':{'type':'plain_text','text':'T'},'blocks':[{'type':'input','label':{'type':'plain_text','text':'L'},'element':{'type':'plain_text_input'}}] | must define `submit` to use an `input` block in modals [json-pointer:/view]
            """)
    void checksAModal(String fields, String fault) {
        String wanted = fault == null ? "" : fault;
        assertThat(String.join(",", ViewRules.modal(json("{'type':'modal'," + fields + "}"))))
                .isEqualTo(wanted);
    }

    @Test
    void checksWhatAViewCarries() {
        String view = "{'type':'%s','title':{'type':'plain_text','text':'T'},'blocks':[],'private_metadata':'%s'}";

        assertThat(ViewRules.modal(json(view.formatted("modal", "x".repeat(3001)))))
                .containsExactly("must be less than 3001 characters [json-pointer:/view/private_metadata]");
        assertThat(ViewRules.modal(json(view.formatted("home", ""))))
                .containsExactly("unsupported type: home [json-pointer:/view/type]");
        assertThat(ViewRules.home(json("{'type':'home','blocks':[]}"))).isEmpty();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
