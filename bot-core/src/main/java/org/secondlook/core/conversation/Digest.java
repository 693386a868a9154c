package org.secondlook.core.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.secondlook.core.casework.Case;
import org.secondlook.core.casework.Obligation;
import org.secondlook.core.conversation.Button.Verb;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.View;

/** The list of a morning (N-1): everything that needs a person, in one message. References and dates only. */
public final class Digest {

    /** As many as a platform shows in one message, and somebody reads in the morning. The soonest come first. */
    private static final int ROWS = 10;

    private final Scene scene;

    public Digest(Scene scene) {
        this.scene = scene;
    }

    /** The list; nothing where less than that is in it. */
    public Optional<View> draw(List<Listed> cases, int atLeast) {
        List<Due> due = cases.stream()
                .flatMap(listed -> Part.in(listed.file().theCase(), listed.scene())
                        .flatMap(part -> part.nextOwed(listed.file().theCase())
                                .or(() -> part.notFiled(listed.file().theCase(), listed.scene())))
                        .map(owed -> new Due(listed, owed))
                        .stream())
                .sorted(Comparator.comparing(Due::by)
                        .thenComparing(one -> one.theCase().reference().value()))
                .toList();
        return due.size() < atLeast ? Optional.empty() : Optional.of(view(due));
    }

    private record Due(Listed listed, Obligation owed) {

        Instant by() {
            return owed.deadline().remindBy().orElse(Instant.MAX);
        }

        Case theCase() {
            return listed.file().theCase();
        }
    }

    private View view(List<Due> due) {
        long past = due.stream()
                .filter(one -> one.theCase().isLate(one.owed().id()))
                .count();
        String notice = scene.wording().say("notice.list");
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Heading(notice));
        sections.add(new Section.Text(scene.wording().words("N-1.body", Map.of("n", due.size(), "past", past))));
        due.stream().limit(ROWS).forEach(one -> sections.add(row(one)));
        if (due.size() > ROWS) {
            sections.add(new Section.Text(scene.wording().words("N-1.more", Map.of("n", due.size() - ROWS))));
        }
        return new View("N-1", scene.wording().say("message.title"), notice, sections, List.of(), List.of());
    }

    private Section row(Due one) {
        Case theCase = one.theCase();
        Map<String, Object> facts = Facts.of(one.listed().scene(), theCase);
        String due = new OwedWords(one.listed().scene(), theCase).due(one.owed());
        return new Section.Row(
                theCase.reference().value(),
                scene.wording().say("N-1.line", "due", due),
                scene.buttons()
                        .onCase(
                                Verb.READ,
                                theCase.id(),
                                "",
                                one.listed().file().version(),
                                "H.action.open",
                                Style.NORMAL,
                                facts));
    }
}
