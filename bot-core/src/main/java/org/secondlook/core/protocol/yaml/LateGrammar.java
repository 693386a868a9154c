package org.secondlook.core.protocol.yaml;

import java.util.List;
import java.util.Optional;
import org.secondlook.core.protocol.Does;
import org.secondlook.core.protocol.Late;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.WhenLate;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.protocol.Who.Term;
import org.secondlook.core.yaml.Nearest;
import org.secondlook.core.yaml.Spelling;

/** Reads what the lateness of a duty does: a move of the case, the deputy, or people to tell. */
final class LateGrammar {

    static final Who OWN_LEAD = Who.of(new Term.Lead(Side.OWN));

    private static final String DEPUTY = "deputy";
    private static final String TELL = "tell ";

    private final WhoGrammar people;

    LateGrammar(WhoGrammar people) {
        this.people = people;
    }

    Late parse(String words) throws NotUnderstood {
        Optional<WhenLate> move = Spelling.find(words, WhenLate.class);
        if (move.isPresent()) {
            return new Late.Move(move.get());
        }
        if (words.equals(DEPUTY)) {
            return new Late.ToDeputy();
        }
        if (words.startsWith(TELL)) {
            return new Late.Tell(people.everybody(words.substring(TELL.length())));
        }
        throw new NotUnderstood("says '%s'.%s Use advance, ask, stay, deputy or 'tell' with somebody to tell."
                .formatted(words, Nearest.hint(words, List.of("advance", "ask", "stay", DEPUTY))));
    }

    /** What happens where the pack says nothing. */
    static Late usual(Does does) {
        return switch (does) {
            case SETTLE -> new Late.AsStage();
            case RESPOND -> new Late.Tell(List.of(Who.of(new Term.Raiser())));
            case REVIEW -> new Late.ToDeputy();
            case CONSULT,
                    TALK,
                    DECIDE,
                    WRITE,
                    TOLD,
                    CHECK,
                    APPROVE,
                    HOLD,
                    FILE,
                    CHOOSE,
                    CONFIRM,
                    ACT,
                    ANSWER,
                    REPLY,
                    AGREE_DATE,
                    AGREE -> new Late.Tell(List.of(OWN_LEAD));
        };
    }
}
