package org.secondlook.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.schema.AdaptiveCardInvokeResponse;
import com.microsoft.bot.schema.teams.TaskModuleContinueResponse;
import com.microsoft.bot.schema.teams.TaskModuleResponse;
import com.microsoft.bot.schema.teams.TaskModuleTaskInfo;
import org.secondlook.core.message.View;
import org.secondlook.core.turn.Reply;
import org.secondlook.core.turn.Reply.Surface;
import org.secondlook.core.turn.Turn;
import org.secondlook.teams.card.Cards;
import org.secondlook.teams.card.Place;
import org.secondlook.teams.card.Presses;
import org.secondlook.teams.connector.CardMessage;
import org.secondlook.teams.connector.Connector;
import org.secondlook.teams.connector.UndeliveredException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what came in where it came from. In a person's own chat a press replaces the card. In a channel it replaces
 * the card only by what was a message to all; what is for one person is shown in a dialog, or in their own chat.
 */
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private static final int OK = 200;
    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final String TOAST = "application/vnd.microsoft.activity.message";

    private final Turns turns;
    private final Cards cards;
    private final Connector connector;
    private final Post post;

    Answers(Turns turns, Cards cards, Connector connector, Post post) {
        this.turns = turns;
        this.cards = cards;
        this.connector = connector;
        this.post = post;
    }

    /** What a press showed: in place of the card whose button it was, or beside it to whoever pressed. */
    private record Shown(boolean inPlace, CardMessage message) {}

    /** Answers by another message in the same place. */
    void say(Inbound inbound, Turn.Input input) {
        Place place = inbound.isPersonal() ? Place.CHAT : Place.CHANNEL;
        connector.send(
                inbound.from(),
                inbound.conversation(),
                turns.take(inbound, input, reply -> message(reply.view(), place), fault -> message(fault, place)));
    }

    /** Answers a press that came as a message, from a client that cannot replace a card by itself. */
    void pressedByMessage(Inbound inbound) {
        Shown shown = press(inbound, inbound.value());
        if (shown.inPlace() && replaceIfPossible(inbound, shown.message())) {
            return;
        }
        showAlone(inbound, shown.message());
    }

    /**
     * Answers a press by the card that replaces the one whose button it was. A client shows the answer only to whoever
     * pressed, and only for a while; so the message is replaced, too.
     */
    AdaptiveCardInvokeResponse pressed(Inbound inbound) {
        Shown shown = press(inbound, inbound.value().at("/action/data"));
        if (shown.inPlace()) {
            replaceIfPossible(inbound, shown.message());
            return answer(CARD, shown.message().card());
        }
        showAlone(inbound, shown.message());
        return answer(TOAST, shown.message().summary());
    }

    /** Answers a press by what a dialog shows; the card that it was pressed on is replaced if it is a message to all. */
    TaskModuleResponse pressedForDialog(Inbound inbound) {
        return turns.take(
                inbound,
                Presses.read(inbound.value().path("data")),
                reply -> {
                    TaskModuleResponse dialog = dialog(reply.view());
                    if (reply.surface() == Surface.MESSAGE) {
                        Place place = inbound.isPersonal() ? Place.CHAT : Place.CHANNEL;
                        replaceIfPossible(inbound, message(reply.view(), place));
                    }
                    return dialog;
                },
                this::dialog);
    }

    /** After a fault the card stays as it is: what was filled in is still there, and can be sent again. */
    private Shown press(Inbound inbound, JsonNode data) {
        return turns.take(
                inbound,
                Presses.read(data),
                reply -> shown(inbound, reply),
                fault -> new Shown(false, message(fault, Place.CHAT)));
    }

    private Shown shown(Inbound inbound, Reply reply) {
        boolean toAll = !inbound.isPersonal() && reply.surface() == Surface.MESSAGE;
        boolean inPlace = inbound.isPersonal() && reply.surface() != Surface.BESIDE;
        return new Shown(toAll || inPlace, message(reply.view(), toAll ? Place.CHANNEL : Place.CHAT));
    }

    /** A card that was deleted cannot be replaced; the turn is stored, so that is no reason to fail. */
    private boolean replaceIfPossible(Inbound inbound, CardMessage message) {
        try {
            inbound.pressedOn().ifPresent(card -> connector.update(inbound.from(), card, message));
            return inbound.pressedOn().isPresent();
        } catch (UndeliveredException e) {
            log.warn("Card not replaced turn={} reason={}", inbound.turn(), e.getMessage());
            return false;
        }
    }

    /** In their own chat, where nobody else sees it. */
    private void showAlone(Inbound inbound, CardMessage message) {
        if (inbound.isPersonal()) {
            connector.send(inbound.from(), inbound.conversation(), message);
        } else {
            inbound.by().ifPresent(person -> post.toPerson(person, message));
        }
    }

    private CardMessage message(View view, Place place) {
        return new CardMessage(cards.draw(view, place), view.notice());
    }

    private TaskModuleResponse dialog(View view) {
        TaskModuleTaskInfo info = new TaskModuleTaskInfo();
        info.setTitle(view.title());
        info.setWidth("medium");
        info.setHeight("large");
        info.setCard(CardMessage.attachment(cards.draw(view, Place.DIALOG)));
        TaskModuleContinueResponse task = new TaskModuleContinueResponse();
        task.setValue(info);
        TaskModuleResponse response = new TaskModuleResponse();
        response.setTask(task);
        return response;
    }

    private static AdaptiveCardInvokeResponse answer(String type, Object value) {
        AdaptiveCardInvokeResponse response = new AdaptiveCardInvokeResponse();
        response.setStatusCode(OK);
        response.setType(type);
        response.setValue(value);
        return response;
    }
}
