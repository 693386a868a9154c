package org.secondlook.core.turn;

import static org.secondlook.core.calendar.WorkingCalendar.dayOf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Reference;
import org.secondlook.core.casework.TurnId;
import org.secondlook.core.conversation.Button;
import org.secondlook.core.conversation.CaseFile;
import org.secondlook.core.conversation.Conversation;
import org.secondlook.core.conversation.Desk;
import org.secondlook.core.conversation.Draft;
import org.secondlook.core.conversation.Listed;
import org.secondlook.core.conversation.Papers;
import org.secondlook.core.conversation.Plan;
import org.secondlook.core.conversation.Questionnaires;
import org.secondlook.core.conversation.Scene;
import org.secondlook.core.conversation.Showing;
import org.secondlook.core.conversation.Shown;
import org.secondlook.core.directory.Person;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.message.View;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.CaseStore.Loaded;

/** Takes every turn of every person the same four steps: load, decide, commit, answer (design.md, "one path"). */
public final class TurnEngine {

    private static final int ATTEMPTS = 8;

    private final Scenes scenes;
    private final Questionnaires questionnaires;
    private final CaseStore store;
    private final Clock clock;
    private final Ids ids;

    public TurnEngine(Scenes scenes, Questionnaires questionnaires, CaseStore store, Clock clock, Ids ids) {
        this.scenes = scenes;
        this.questionnaires = questionnaires;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Handles a turn; when this returns, what it changed is stored.
     *
     * @return what the person sees; nothing for somebody the directory does not know
     */
    public Optional<Reply> handle(Turn turn) {
        Optional<Button> button = turn.input().accept(new PressedButton());
        return scenes.partnershipOf(turn.by(), button.map(Button::partnership))
                .flatMap(partnership -> partnership
                        .directory()
                        .identified(turn.by())
                        .map(person -> new OneTurn(turn, button, partnership, person).take()));
    }

    /** The button that was pressed; none for other turns, and none if what came back was not sealed here. */
    private final class PressedButton implements Turn.Visitor<Optional<Button>> {

        @Override
        public Optional<Button> begun(String word) {
            return Optional.empty();
        }

        @Override
        public Optional<Button> looked() {
            return Optional.empty();
        }

        @Override
        public Optional<Button> pressed(String token, Map<String, List<String>> entered) {
            return scenes.open(token);
        }

        @Override
        public Optional<Button> typed(String text) {
            return Optional.empty();
        }
    }

    /** One turn of a known person. */
    private final class OneTurn {

        private final Turn turn;
        private final Optional<Button> button;
        private final Partnership partnership;
        private final Person person;
        private final String content;

        OneTurn(Turn turn, Optional<Button> button, Partnership partnership, Person person) {
            this.turn = turn;
            this.button = button;
            this.partnership = partnership;
            this.person = person;
            this.content = digest(turn);
        }

        Reply take() {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Instant now = clock.instant();
                Loaded loaded = store.load(partnership.id(), turn.id(), button.flatMap(Button::theCase), person.id());
                if (loaded.earlier().isPresent()) {
                    return repeated(loaded.earlier().get(), now);
                }
                Optional<CaseFile> file = loaded.history().map(CaseFile::of);
                Scene scene = scenes.of(partnership, protocolOf(file), person, now);
                Plan plan = decide(scene, loaded, file);
                if (!plan.changesSomething()) {
                    return answer(scene, plan, file, loaded);
                }
                Commit commit = new Committing(scene.setting(turn.id()), content).of(plan);
                if (store.commit(partnership.id(), commit) == Committed.STORED) {
                    return answer(scene, plan, file, loaded);
                }
            }
            throw new IllegalStateException(
                    "Expected turn %s to be stored within %d attempts".formatted(turn.id(), ATTEMPTS));
        }

        private Plan decide(Scene scene, Loaded loaded, Optional<CaseFile> file) {
            Papers.Names names = new Papers.Names(ids::newConversation, ids::newCase, () -> nextReference(scene.now()));
            Desk desk = new Desk(new Papers(
                    scene,
                    questionnaires,
                    turn.id(),
                    file,
                    drafts(loaded.drafts()),
                    drafts(loaded.sent()),
                    () -> listed(scene),
                    names));
            return turn.input().accept(new Turn.Visitor<Plan>() {
                @Override
                public Plan begun(String word) {
                    return desk.begun(word);
                }

                @Override
                public Plan looked() {
                    return desk.looked();
                }

                @Override
                public Plan pressed(String token, Map<String, List<String>> entered) {
                    boolean good = button.filter(b -> isTheirs(b, scene.now())).isPresent();
                    return good ? desk.pressed(button.orElseThrow(), entered) : desk.notEntitled();
                }

                @Override
                public Plan typed(String text) {
                    return desk.typed(text);
                }
            });
        }

        private boolean isTheirs(Button pressed, Instant now) {
            return pressed.partnership().equals(partnership.id())
                    && pressed.person().map(person.id()::equals).orElse(true)
                    && now.isBefore(pressed.expires());
        }

        /** The same turn again: nothing happens, and the person sees what they saw. */
        private Reply repeated(CaseStore.Earlier earlier, Instant now) {
            if (!earlier.content().equals(content)) {
                throw new RepeatedTurnException(turn.id());
            }
            Shown then = Shown.decode(earlier.shown());
            Loaded loaded = store.load(partnership.id(), new TurnId(""), then.theCase(), person.id());
            Optional<CaseFile> file = loaded.history().map(CaseFile::of);
            Optional<Draft> draft = shownOf(then, drafts(loaded.drafts()));
            Shown shown = Showing.again(then, file, draft);
            Scene scene = scenes.of(partnership, protocolOf(file), person, now);
            return reply(
                    scene, shown, showing(scene).draw(shown, Map.of(), Optional.empty(), file, draft), loaded, draft);
        }

        private Reply answer(Scene scene, Plan plan, Optional<CaseFile> before, Loaded loaded) {
            Shown shown = plan.shown();
            Optional<CaseFile> file = plan.casework()
                    .map(accepted -> CaseFile.of(accepted.history()))
                    .or(() -> before.filter(f ->
                            shown.theCase().filter(f.theCase().id()::equals).isPresent()))
                    .or(() -> shown.theCase().map(id -> CaseFile.of(store.history(partnership.id(), id))))
                    .filter(f -> f.theCase().status() != Case.Status.NOT_SENT);
            Optional<Draft> draft = plan.conversation()
                    .map(kept ->
                            new Draft(kept.draft().conversation(), kept.draft().version() + 1))
                    .or(() -> shownOf(shown, drafts(loaded.drafts())));
            Scene after = scenes.of(partnership, protocolOf(file), person, scene.now());
            View view = showing(after).draw(shown, plan.faults(), plan.refusal(), file, draft);
            return reply(after, shown, view, loaded, draft);
        }

        private Reply reply(Scene scene, Shown shown, View view, Loaded loaded, Optional<Draft> draft) {
            return switch (shown.screen()) {
                case HOME -> new Reply(Reply.Surface.HOME, home(scene, loaded));
                case LEAVE -> new Reply(Reply.Surface.SCREEN, showing(scene).leave(listed(scene)));
                case MESSAGE -> new Reply(Reply.Surface.MESSAGE, view);
                default -> new Reply(isTyped(draft) ? Reply.Surface.CHAT : Reply.Surface.SCREEN, view);
            };
        }

        private boolean isTyped(Optional<Draft> draft) {
            return turn.input().accept(new IsTyped())
                    || draft.filter(d -> d.conversation().typed()).isPresent();
        }

        private View home(Scene scene, Loaded loaded) {
            return showing(scene).home(listed(scene), drafts(loaded.drafts()));
        }

        private Showing showing(Scene scene) {
            return new Showing(scene, questionnaires, () -> listed(scene));
        }

        private List<Listed> listed(Scene scene) {
            Set<PostId> posts = new HashSet<>(scene.router().postsActedFor(person.id()));
            return store.listed(partnership.id(), person.id(), posts).stream()
                    .map(CaseFile::of)
                    // Those of open cases are loaded, or it would not have started.
                    .filter(file ->
                            partnership.protocols().containsKey(file.theCase().protocol()))
                    .map(file -> new Listed(file, under(file, scene)))
                    .toList();
        }

        private Scene under(CaseFile file, Scene scene) {
            return scenes.of(partnership, protocolOf(Optional.of(file)), person, scene.now());
        }

        private Reference nextReference(Instant now) {
            int year = dayOf(now).getYear();
            return Reference.of(partnership.code(), year, store.nextNumber(partnership.id(), year));
        }

        private Protocol protocolOf(Optional<CaseFile> file) {
            return file.map(CaseFile::theCase)
                    .filter(theCase -> theCase.status() != Case.Status.NOT_SENT)
                    .map(theCase -> partnership.protocol(theCase.protocol()))
                    .orElseGet(() -> partnership.protocol(partnership.current()));
        }
    }

    private static Optional<Draft> shownOf(Shown shown, List<Draft> drafts) {
        return drafts.stream()
                .filter(draft -> shown.conversation()
                        .filter(draft.conversation().id()::equals)
                        .isPresent())
                .findFirst();
    }

    private static List<Draft> drafts(List<Versioned<Conversation>> stored) {
        return stored.stream().map(v -> new Draft(v.value(), v.version())).toList();
    }

    /** A digest of what was done, by which a repetition is told from another turn under the same id. */
    private static String digest(Turn turn) {
        String plain = turn.by() + turn.input().accept(new Plain());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256 on every Java", e);
        }
    }

    private static final class IsTyped implements Turn.Visitor<Boolean> {

        @Override
        public Boolean begun(String word) {
            return false;
        }

        @Override
        public Boolean looked() {
            return false;
        }

        @Override
        public Boolean pressed(String token, Map<String, List<String>> entered) {
            return false;
        }

        @Override
        public Boolean typed(String text) {
            return true;
        }
    }

    private static final class Plain implements Turn.Visitor<String> {

        @Override
        public String begun(String word) {
            return "begun " + word;
        }

        @Override
        public String looked() {
            return "looked";
        }

        @Override
        public String pressed(String token, Map<String, List<String>> entered) {
            return "pressed " + token + new TreeMap<>(entered);
        }

        @Override
        public String typed(String text) {
            return "typed " + text;
        }
    }
}
