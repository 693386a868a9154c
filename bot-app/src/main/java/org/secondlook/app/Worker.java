package org.secondlook.app;

import org.secondlook.core.turn.TurnFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again, whatever happens: an executor would silently end what throws. An outage is told once
 * when it begins and once when it ends.
 */
final class Worker implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final Runnable work;
    private boolean failing;

    Worker(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.run();
            if (failing) {
                log.info("Worker goes on worker={}", name);
            }
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                log.error("Worker fails, and goes on trying worker={} fault={}", name, TurnFault.places(e));
            }
            failing = true;
        }
    }
}
