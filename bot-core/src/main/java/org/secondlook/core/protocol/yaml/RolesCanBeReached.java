package org.secondlook.core.protocol.yaml;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.secondlook.core.protocol.Duty;
import org.secondlook.core.protocol.Notice;
import org.secondlook.core.protocol.Role;
import org.secondlook.core.protocol.Who;

/** Every role has an inbox, and roles whose members work for the parties stay away from the words of a case. */
final class RolesCanBeReached {

    private static final Set<Notice.See> WITHOUT_WORDS = Set.of(Notice.See.FACT, Notice.See.COUNTS);

    private final Checked pack;

    private RolesCanBeReached(Checked pack) {
        this.pack = pack;
    }

    static void check(Checked pack) {
        RolesCanBeReached check = new RolesCanBeReached(pack);
        pack.protocol().roles().values().forEach(check::hasInbox);
        pack.duties().forEach(placed -> check.isNoParty(placed.duty()));
        pack.protocol().notices().forEach(check::seesNoWords);
    }

    private void hasInbox(Role role) {
        if (role.of() == Role.Home.EXTERNAL && role.via().isEmpty()) {
            pack.fault(
                    role,
                    "Role %s is outside the partnership, so nobody can reach it. Say 'via' which role."
                            .formatted(role.id()));
        }
        Optional<Role> via = role.via().map(pack.protocol()::role);
        if (via.flatMap(Role::via).isPresent()) {
            pack.fault(
                    role,
                    "Role %s is reached via %s, which is itself reached via another. Name a role with an inbox of its own."
                            .formatted(role.id(), via.get().id()));
        }
    }

    private void isNoParty(Duty duty) {
        Stream.of(Stream.of(duty.who()), duty.with().stream(), duty.to().stream())
                .flatMap(people -> people)
                .flatMap(this::roles)
                .filter(Role::membersAreParties)
                .forEach(role -> pack.fault(
                        duty,
                        "Duty %s involves %s, whose members work for the parties. They may only be told."
                                .formatted(duty.id(), role.id())));
    }

    private void seesNoWords(Notice notice) {
        if (!WITHOUT_WORDS.contains(notice.see())) {
            roles(notice.who())
                    .filter(Role::membersAreParties)
                    .forEach(role -> pack.fault(
                            notice,
                            "A notice shows words of the case to %s, whose members work for the parties. Let them 'see' fact or counts."
                                    .formatted(role.id())));
        }
    }

    private Stream<Role> roles(Who who) {
        return who.firstFilled().stream()
                .flatMap(term -> term.accept(TermQuestion.role()).stream())
                .map(pack.protocol()::role);
    }
}
