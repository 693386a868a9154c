package org.secondlook.app.playground;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code secondlook.playground.}
 *
 * @param port of the page and of both imitations
 * @param applicationUrl where they reach the application, without a slash at the end
 */
@ConfigurationProperties("secondlook.playground")
record PlaygroundProperties(int port, URI applicationUrl) {}
