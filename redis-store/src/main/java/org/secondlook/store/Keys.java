package org.secondlook.store;

import java.util.regex.Pattern;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.outbox.Flow;
import org.secondlook.core.turn.Lease;

/**
 * The names under which a partnership's data is kept. They share a hash tag, so that one step can change them together
 * on a cluster as well.
 */
final class Keys {

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_.-]+");

    private final String tag;

    Keys(PartnershipId partnership) {
        if (!TAG.matcher(partnership.value()).matches()) {
            throw new IllegalArgumentException(
                    "Expected a partnership id of letters, digits, '-', '_' and '.', but found '%s'"
                            .formatted(partnership));
        }
        this.tag = "{" + partnership + "}:";
    }

    /** What a turn led to; kept for 30 days. */
    String turn(TurnId turn) {
        return tag + "turn:" + turn;
    }

    /** A pattern that the keys of all turns fit. */
    String everyTurn() {
        return turn(new TurnId("*"));
    }

    /** Hash: what each turn of a case led to; kept as long as the case. */
    String turns(CaseId theCase) {
        return tag + "case:" + theCase + ":turns";
    }

    /** List: the log of a case. Its length is the version of the case. */
    String events(CaseId theCase) {
        return tag + "case:" + theCase + ":events";
    }

    /** Hash: the key of each case, sealed. A case whose key is gone is erased. */
    String dataKeys() {
        return tag + "keys";
    }

    /** Hash: how long the log of each case is and what it ends with, sealed. */
    String heads() {
        return tag + "heads";
    }

    /** Hash: the cases that were erased, each with when. */
    String erased() {
        return tag + "erased";
    }

    /** Hash: what the last daily root was made of. */
    String anchors() {
        return tag + "anchors";
    }

    /** List: the daily roots. */
    String roots() {
        return tag + "roots";
    }

    /** A pattern that the keys of all logs fit. */
    String everyLog() {
        return events(new CaseId("*"));
    }

    /** The case whose log has that key. */
    CaseId caseOf(String log) {
        return new CaseId(within(everyLog(), log));
    }

    /** What stands in a key where its pattern has the star. */
    private static String within(String pattern, String key) {
        int star = pattern.indexOf('*');
        return key.substring(star, key.length() - (pattern.length() - star - 1));
    }

    /** Set: the lists in which a case stands, by their keys. */
    String lists(CaseId theCase) {
        return tag + "case:" + theCase + ":lists";
    }

    /** Set: the cases listed for a post. */
    String list(PostId post) {
        return tag + "post:" + post + ":cases";
    }

    /** Set: the cases listed for a person. */
    String list(PersonId person) {
        return tag + "person:" + person + ":cases";
    }

    /** Hash: what a person has begun and not sent, each with its version before it. */
    String drafts(PersonId person) {
        return tag + "person:" + person + ":drafts";
    }

    /** Hash: what a person has sent and may still take back, written like drafts. */
    String sent(PersonId person) {
        return tag + "person:" + person + ":sent";
    }

    /** A pattern that the keys of all drafts fit. */
    String everybodysDrafts() {
        return drafts(new PersonId("*"));
    }

    /** The person whose drafts have that key. */
    PersonId personOf(String drafts) {
        return new PersonId(within(everybodysDrafts(), drafts));
    }

    /** A pattern that the keys of all that was sent fit. */
    String everythingSent() {
        return sent(new PersonId("*"));
    }

    /** Counter: the last number given in a year. */
    String number(int year) {
        return tag + "number:" + year;
    }

    /** A pattern that the keys of all counters of references fit. */
    String everyNumber() {
        return tag + "number:*";
    }

    /** Hash: the cases that are not closed, each with the protocol it is pinned to. */
    String open() {
        return tag + "open";
    }

    /** The calendar by which the dates of all cases were last worked out anew. */
    String calendar() {
        return tag + "calendar";
    }

    /** When the application was last at work, in milliseconds of its own clock. */
    String alive() {
        return tag + "alive";
    }

    /** Counter: the last token given to a claim. */
    String tokens() {
        return tag + "tokens";
    }

    /** When a flow of messages would be at rest, in milliseconds of the server's own clock; gone once it is. */
    String flow(Flow flow) {
        return tag + "flow:" + flow.name();
    }

    /** What ended a claim; kept until nobody asks any more whether it was done. */
    String ended(Lease claim) {
        return tag + "ended:" + claim.token();
    }

    Queue cases() {
        return new Queue(tag + "due");
    }

    Queue messages() {
        return new Queue(tag + "outbox");
    }

    /** Hash: the messages of the outbox. */
    String letters() {
        return tag + "outbox:messages";
    }

    /** Entries that wait for their time, and those that somebody has claimed. */
    record Queue(String waiting) {

        /** Sorted set: when a claim ends, in milliseconds of the server's own clock. */
        String leased() {
            return waiting + ":leased";
        }

        /** Hash: the token of a claim, and when the entry was due. */
        String leases() {
            return waiting + ":leases";
        }
    }
}
