package org.secondlook.core.turn;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.secondlook.core.calendar.Deadlines;
import org.secondlook.core.calendar.Holidays;
import org.secondlook.core.calendar.KnownHolidays;
import org.secondlook.core.calendar.WorkingCalendar;
import org.secondlook.core.conversation.Button;
import org.secondlook.core.conversation.ButtonSealer;
import org.secondlook.core.conversation.PackWords;
import org.secondlook.core.conversation.Scene;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PlatformIdentity;
import org.secondlook.core.message.Texts;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.ProtocolId;

/** Sets the scene for a turn: whose partnership, which protocol and calendar, in which words. */
public final class Scenes {

    private final Partnerships partnerships;
    private final Supplier<KnownHolidays> holidays;
    private final Texts texts;
    private final ButtonSealer sealer;
    private final Map<ProtocolId, Texts> words = new ConcurrentHashMap<>();

    /** @param holidays those that are known at the moment */
    public Scenes(Partnerships partnerships, Supplier<KnownHolidays> holidays, Texts texts, ButtonSealer sealer) {
        this.partnerships = partnerships;
        this.holidays = holidays;
        this.texts = texts;
        this.sealer = sealer;
    }

    /** The world as a person of a partnership sees it now. */
    public Scene of(Partnership partnership, Protocol protocol, Person person, Instant now) {
        return new Scene(
                partnership.id(),
                protocol,
                partnership.directory(),
                deadlines(protocol),
                words.computeIfAbsent(protocol.id(), id -> PackWords.in(texts, protocol)),
                sealer,
                person,
                now);
    }

    /** The clocks of a protocol. */
    public Deadlines deadlines(Protocol protocol) {
        Holidays nation = holidays().of(protocol.calendar().nation());
        return new Deadlines(new WorkingCalendar(protocol.calendar(), nation));
    }

    KnownHolidays holidays() {
        return holidays.get();
    }

    /** Whom this installation serves; ask it each time, as a directory may be read again at any moment. */
    public Partnerships partnerships() {
        return partnerships;
    }

    /** The partnership named, if it knows that identity; without a name, the first that does. */
    Optional<Partnership> partnershipOf(PlatformIdentity identity, Optional<PartnershipId> named) {
        return partnerships.all().stream()
                .filter(p -> named.map(p.id()::equals).orElse(true))
                .filter(p -> p.directory().identified(identity).isPresent())
                .findFirst();
    }

    /** What a sealed button means, if it was sealed here. */
    Optional<Button> open(String token) {
        return sealer.open(token).map(Button::decode);
    }
}
