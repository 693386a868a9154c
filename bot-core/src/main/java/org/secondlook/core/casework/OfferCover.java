package org.secondlook.core.casework;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.Post;
import org.secondlook.core.directory.PostId;

/**
 * Somebody of the same agency offers to do what another owes; that person and the lead are asked (V-9). Until one of
 * them says yes, whoever offered reads nothing. Whoever stands in for a lead who is asked needs nobody's word.
 */
public record OfferCover(ObligationId obligation, PersonId person) implements CaseCommand {

    @Override
    public Optional<Refusal> decide(Unfolding unfolding) {
        Optional<Refusal> refusal = unfolding.refuseUnlessOpen(obligation).or(() -> refuseTwice(unfolding));
        if (refusal.isPresent()) {
            return refusal;
        }
        Obligation owed = unfolding.theCase().open(obligation).orElseThrow();
        Optional<PostId> own =
                ownPost(unfolding, owed).filter(post -> new HandOver(unfolding, owed, post).isPossible());
        if (own.isEmpty()) {
            return Optional.of(new Refusal.NotYours());
        }
        PostId lead = unfolding.setting().router().lead(owed.agency()).post();
        boolean standsInForTheLead = unfolding.acting(lead).equals(unfolding.acting(owed.holder()))
                && unfolding.actsFor(new Substitutes(unfolding).insteadOf(lead));
        if (standsInForTheLead) {
            GiveCover.give(unfolding, owed, own.get());
        } else {
            unfolding.happens(new CaseEvent.CoverOffered(obligation, own.get()));
            Set<PersonId> asked = new LinkedHashSet<>();
            unfolding.acting(owed.holder()).map(Person::id).ifPresent(asked::add);
            unfolding.acting(lead).map(Person::id).ifPresent(asked::add);
            asked.forEach(whom -> unfolding.tellAtOnce(whom, "V-9a", Optional.of(obligation)));
        }
        return Optional.empty();
    }

    /** One offer at a time: whoever is asked must know whom they say yes to. */
    private Optional<Refusal> refuseTwice(Unfolding unfolding) {
        return unfolding
                .theCase()
                .coverOffer(obligation)
                .map(CoverOffer::stamp)
                .map(stamp -> new Refusal.AlreadyDone(stamp.by(), stamp.at()));
    }

    private Optional<PostId> ownPost(Unfolding unfolding, Obligation owed) {
        return unfolding
                .setting()
                .directory()
                .postsHeldBy(person, unfolding.setting().today())
                .stream()
                .filter(post -> post.agency().equals(owed.agency()))
                .map(Post::id)
                .findFirst();
    }
}
