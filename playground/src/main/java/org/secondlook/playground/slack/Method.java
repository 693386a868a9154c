package org.secondlook.playground.slack;

import tools.jackson.databind.node.ObjectNode;

/** One method of the Web API; what it returns is sent with {@code "ok": true}. */
@FunctionalInterface
interface Method {

    ObjectNode call(Workspace workspace, Arguments arguments);
}
