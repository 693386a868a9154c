package org.secondlook.core.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.core.directory.AgencyId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.routing.Route;

/** Who hears of it when somebody cannot be reached. */
final class Undelivered {

    private final Unfolding unfolding;

    Undelivered(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    /**
     * What was asked of a post that cannot be reached is asked of whoever stands in for it; not what only that person can
     * say, or what nobody else may know.
     */
    void passOn(ObligationId about, String message) {
        Obligation owed = unfolding.theCase().open(about).orElseThrow();
        if (isPersonal(owed)) {
            return;
        }
        PostId instead = new Substitutes(unfolding).insteadOf(owed.holder());
        if (!instead.equals(owed.holder())) {
            new Obligations(unfolding).passTo(instead, owed, CaseEvent.HolderChanged.Why.NOT_DELIVERED);
            unfolding.tellAtOnce(instead, message, Optional.of(owed.id()));
        }
    }

    private boolean isPersonal(Obligation owed) {
        return owed.isPersonal()
                || isTheRaisersOwn(owed)
                || unfolding.setting().protocol().isConfidential(owed.duty());
    }

    /** Whether the raiser goes further, and what they meant, nobody else can say for them. */
    private boolean isTheRaisersOwn(Obligation owed) {
        return owed.holder().equals(unfolding.theCase().concern().raiserPost());
    }

    /** Tells the lead of the agency; where the lead cannot be reached either, the office. */
    void tellALead(Telling.To to, Optional<ObligationId> about) {
        Optional<PostId> lead = agency(to)
                .map(agency -> unfolding.setting().router().lead(agency).post())
                .filter(this::isReachable);
        lead.ifPresentOrElse(post -> unfolding.tellAtOnce(post, "X-2l", about), () -> tellTheOffice("X-2o", about));
    }

    void tellTheOffice(String message, Optional<ObligationId> about) {
        unfolding
                .setting()
                .protocol()
                .office()
                .flatMap(office -> unfolding.setting().router().role(office, List.of()))
                .map(Route::post)
                .filter(this::isReachable)
                .ifPresent(post -> unfolding.tellAtOnce(post, message, about));
    }

    private boolean isReachable(PostId post) {
        return !unfolding.theCase().deliveries().isUnreachable(new Telling.To.ThePost(post));
    }

    private Optional<AgencyId> agency(Telling.To to) {
        return to.accept(new Telling.To.Visitor<Stream<PostId>>() {
                    @Override
                    public Stream<PostId> post(PostId post) {
                        return Stream.of(post);
                    }

                    @Override
                    public Stream<PostId> person(PersonId person) {
                        return unfolding.setting().router().postsActedFor(person).stream();
                    }
                })
                .map(unfolding.setting().directory()::post)
                .map(Post::agency)
                .findFirst();
    }
}
