package org.secondlook.playground;

import java.net.URI;
import java.util.function.Supplier;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Where this playground listens; known once its server is up. */
final class Address implements Supplier<URI>, ApplicationListener<WebServerInitializedEvent> {

    private volatile int port;

    @Override
    public URI get() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }
}
