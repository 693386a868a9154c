package org.secondlook.slack.blockkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.secondlook.core.message.Action;
import org.secondlook.core.message.Action.Style;
import org.secondlook.core.message.Input;
import org.secondlook.core.message.PrivateNote;
import org.secondlook.core.message.Section;
import org.secondlook.core.message.SharedText;
import org.secondlook.core.message.View;
import org.secondlook.core.message.Words;
import org.secondlook.core.message.Words.Span;

/** Views for tests. */
public final class ViewBuilder {

    private String title = "Your answer";
    private final List<Section> sections = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();

    public static ViewBuilder aView() {
        return new ViewBuilder();
    }

    /** A view with one of each section, input and style of button. */
    public static View everything() {
        return aView().with(new Section.Heading("NS-2026-0001: Step 3"))
                .with(new Section.Text(new Words(List.of(
                        new Span("Nobody should ", false), new Span("step back", true), new Span(" now.", false)))))
                .with(new Section.Quote("What was decided", new SharedText("The referral was closed.\n\nNo visit.")))
                .with(new Section.Note("Own note", new PrivateNote("Seen by the deputy.")))
                .with(new Section.Facts(
                        List.of(new Section.Fact("Based on", "A record"), new Section.Fact("Kept by", "the trust"))))
                .with(new Section.Items(List.of(Words.plain("Ring 999."), Words.plain("Tell your lead."))))
                .with(new Section.Callout(Section.Tone.GOOD, Words.plain("Sent.")))
                .with(new Section.Callout(Section.Tone.CAREFUL, Words.plain("The date has passed.")))
                .with(new Section.Callout(Section.Tone.URGENT, Words.plain("Do this first:")))
                .with(new Section.Row("Talked on", "30 November", action("Change", Style.NORMAL)))
                .with(new Section.Row("Case reference", "HV-20931", action("Change", Style.NORMAL)))
                .with(new Section.Buttons(List.of(action("Yes", Style.NORMAL), action("No", Style.NORMAL))))
                .asking(input("P-0", Input.Kind.CHOICE, options(2), List.of("o2")))
                .asking(input("P-8", Input.Kind.CHOICES, options(3), List.of("o1", "o3")))
                .asking(input("P-5.reference", Input.Kind.LINE, List.of(), List.of("HV-20931")))
                .asking(input("P-6", Input.Kind.TEXT, List.of(), List.of("Closed on 24 November.")))
                .asking(input("P-4.on", Input.Kind.DATE, List.of(), List.of("2026-11-30")))
                .asking(input("I-1b.at", Input.Kind.TIME, List.of(), List.of("10:05")))
                .asking(input("P-6.whose", Input.Kind.SEARCH, options(4), List.of("o4")))
                .acting(action("Continue", Style.SUBMIT))
                .acting(action("Read it", Style.PRIMARY))
                .acting(action("Back", Style.NORMAL))
                .acting(new Action(
                        "action.delete",
                        "Delete this draft",
                        Style.DANGER,
                        "token-delete",
                        Optional.of(new Action.Confirm("Delete it?", "It can't be undone.", "Delete", "Keep it"))))
                .build();
    }

    public ViewBuilder titled(String words) {
        title = words;
        return this;
    }

    public ViewBuilder with(Section section) {
        sections.add(section);
        return this;
    }

    public ViewBuilder asking(Input input) {
        inputs.add(input);
        return this;
    }

    public ViewBuilder acting(Action action) {
        actions.add(action);
        return this;
    }

    public View build() {
        return new View("T-1", title, "New: you have something to read", sections, inputs, actions);
    }

    public static Action action(String label, Style style) {
        return new Action("action." + label, label, style, "token of " + label, Optional.empty());
    }

    public static Input input(String id, Input.Kind kind, List<Input.Option> options, List<String> values) {
        return new Input(id, kind, "Label of " + id, "Hint of " + id, true, options, values, Optional.empty());
    }

    public static List<Input.Option> options(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Input.Option("o" + n, "Option " + n))
                .toList();
    }
}
