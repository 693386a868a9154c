package org.secondlook.core.outline;

import java.util.Optional;
import java.util.stream.Collectors;
import org.secondlook.core.message.Wording;
import org.secondlook.core.protocol.Contact;
import org.secondlook.core.protocol.Level;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Side;
import org.secondlook.core.protocol.Who;
import org.secondlook.core.yaml.Spelling;

/** Somebody a protocol speaks of, in words: "the manager of the agency that raises it, or its safeguarding lead". */
final class WhoWords {

    private final Wording wording;
    private final Protocol protocol;

    WhoWords(Wording wording, Protocol protocol) {
        this.wording = wording;
        this.protocol = protocol;
    }

    String say(Who who) {
        return who.firstFilled().stream()
                .map(term -> term.accept(new Words()))
                .collect(Collectors.joining(wording.say("outline.or")));
    }

    private final class Words implements Who.Visitor<String> {

        @Override
        public String raiser() {
            return wording.say("outline.who.raiser");
        }

        @Override
        public String decisionMaker() {
            return wording.say("outline.who.decision-maker");
        }

        @Override
        public String coWorker() {
            return wording.say("outline.who.co-worker");
        }

        @Override
        public String atLevel(Side side, Optional<Level> level) {
            return level.map(its -> wording.say(
                            "outline.who.at-level",
                            "level",
                            wording.say("outline.level." + Spelling.of(its)),
                            "side",
                            side(side)))
                    .orElseGet(() -> wording.say("outline.who.this-level", "side", side(side)));
        }

        @Override
        public String lead(Side side) {
            return wording.say("outline.who.lead", "side", side(side));
        }

        @Override
        public String role(String role) {
            return protocol.role(role).title();
        }

        @Override
        public String contact(String contact) {
            return Optional.ofNullable(protocol.contacts().get(contact))
                    .flatMap(Contact::title)
                    .orElse(contact);
        }

        private String side(Side side) {
            return wording.say("outline.side." + Spelling.of(side));
        }
    }
}
