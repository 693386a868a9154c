package org.secondlook.playground.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells every open page whose client has something new to show, and when the case clock was moved. */
public final class Changes implements Consumer<String>, ApplicationListener<ContextClosedEvent> {

    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();

    SseEmitter subscribe() {
        SseEmitter page = new SseEmitter(0L);
        page.onCompletion(() -> pages.remove(page));
        page.onError(error -> pages.remove(page));
        pages.add(page);
        send(page, "hello", Map.of());
        return page;
    }

    /** This person's client has something new. */
    @Override
    public void accept(String person) {
        pages.forEach(page -> send(page, "person", Map.of("person", person)));
    }

    /** Lets go of the open pages before the server stops. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        pages.forEach(SseEmitter::complete);
    }

    public void clockMoved() {
        pages.forEach(page -> send(page, "clock", Map.of()));
    }

    private void send(SseEmitter page, String name, Map<String, String> data) {
        try {
            page.send(SseEmitter.event().name(name).data(data));
        } catch (IOException | IllegalStateException e) {
            pages.remove(page);
        }
    }
}
