package org.secondlook.core.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Wording;
import org.secondlook.core.message.Words;
import org.secondlook.core.outline.ClockWords;
import org.secondlook.core.protocol.Contact;
import org.secondlook.core.protocol.Protocol;
import org.secondlook.core.protocol.Stage;

/** The procedure as its partnership wrote it: title, version, steps, longest times, links and whom to turn to (W-5). */
final class HowItWorks {

    private static final List<String> SAID =
            List.of("opening", "duty", "coach", "support", "child-time", "stay", "within");

    private final Scene scene;
    private final Protocol protocol;
    private final Wording wording;

    HowItWorks(Scene scene) {
        this.scene = scene;
        this.protocol = scene.protocol();
        this.wording = scene.wording();
    }

    View draw() {
        Map<String, Object> facts = new LinkedHashMap<>(Facts.of(scene));
        facts.put("version", protocol.id().version());
        facts.put("document", protocol.source().document());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Text(wording.words("W-5.body", facts)));
        SAID.stream()
                .filter(slot -> wording.has("says." + slot))
                .forEach(slot -> sections.add(new Section.Text(wording.words("says." + slot, facts))));
        sections.add(new Section.Heading(wording.say("W-5.steps")));
        sections.add(new Section.Items(
                protocol.ladder().stages().stream().map(this::step).toList()));
        protocol.whole()
                .map(protocol::clock)
                .ifPresent(whole -> sections.add(
                        new Section.Text(wording.words("W-5.whole", "clock", new ClockWords(wording).say(whole)))));
        sections.add(new Section.Heading(wording.say("W-5.links")));
        sections.add(new Section.Items(links().toList()));
        return new View(
                "W-5",
                wording.say("W-5.title"),
                wording.say("notice.read"),
                sections,
                List.of(),
                List.of(
                        scene.buttons().global(Verb.RAISE, "action.raise", Style.PRIMARY, facts),
                        scene.buttons().global(Verb.CASES, "action.cases", Style.NORMAL, facts),
                        scene.buttons().global(Verb.HELP, "action.help", Style.NORMAL, facts)));
    }

    private Words step(Stage stage) {
        Optional<String> clock = stage.limit().map(protocol::clock).map(c -> new ClockWords(wording).say(c));
        return clock.map(words -> wording.words("W-5.step", "stage", stage.title(), "clock", words))
                .orElseGet(() -> Words.plain(stage.title()));
    }

    private Stream<Words> links() {
        Stream<Words> policy = protocol.source().livePolicy().stream()
                .map(link -> wording.words("W-5.link", "name", wording.say("W-5.policy"), "where", link));
        Stream<Words> supersedes =
                protocol.source().supersedes().stream().map(what -> wording.words("W-5.supersedes", "what", what));
        Stream<Words> tools = protocol.tools().stream()
                .map(tool -> wording.words(
                        "W-5.link",
                        "name",
                        tool.name(),
                        "where",
                        tool.link().orElseGet(() -> wording.say("W-5.not-yet"))));
        Stream<Words> contacts = protocol.contacts().values().stream().map(this::contact);
        return Stream.of(policy, supersedes, tools, contacts, Stream.of(wording.words("W-5.nspcc")))
                .flatMap(s -> s);
    }

    private Words contact(Contact contact) {
        return wording.words(
                "W-5.link",
                "name",
                scene.people().outsideName(contact.id()),
                "where",
                scene.people().outsideWays(contact.id()));
    }
}
