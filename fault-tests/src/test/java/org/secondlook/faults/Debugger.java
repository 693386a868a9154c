package org.secondlook.faults;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Stops a Java process at the beginning or the end of a method, from outside; nothing is put into its code. */
final class Debugger {

    private final VirtualMachine machine;
    private final boolean after;

    private Debugger(VirtualMachine machine, boolean after) {
        this.machine = machine;
        this.after = after;
    }

    /**
     * Waits for a method from now on.
     *
     * @throws AssertionError if there is no such method
     */
    static Debugger at(int port, CrashPoint point) {
        VirtualMachine machine = attach(port);
        List<Method> methods = machine.classesByName(point.type()).stream()
                .flatMap(type -> type.methodsByName(point.method()).stream())
                .filter(method -> !method.isAbstract())
                .toList();
        if (methods.isEmpty()) {
            machine.dispose();
            throw new AssertionError("Expected %s.%s to be there and used, but it is not: name the crash point anew"
                    .formatted(point.type(), point.method()));
        }
        methods.forEach(method -> suspendAt(machine.eventRequestManager().createBreakpointRequest(method.location())));
        return new Debugger(machine, point.after());
    }

    /** Whether the process stands there, in time; then nothing in it moves any more. */
    boolean reached(Duration within) {
        long until = System.nanoTime() + within.toNanos();
        try {
            while (System.nanoTime() < until) {
                EventSet events = machine.eventQueue().remove(500);
                if (events != null) {
                    for (Event event : events) {
                        if (isThere(event)) {
                            return true;
                        }
                    }
                    events.resume();
                }
            }
            machine.dispose();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (VMDisconnectedException e) {
            throw new AssertionError("Expected the application to run, but it has ended", e);
        }
    }

    /**
     * At the beginning, or back where the method was called from. To be told of every end of every method, the machine
     * would have to interpret them all; so the first thread that comes is let go on until it is out of it again.
     */
    private boolean isThere(Event event) {
        if (after && event instanceof BreakpointEvent beginning) {
            machine.eventRequestManager().breakpointRequests().forEach(EventRequest::disable);
            suspendAt(machine.eventRequestManager()
                    .createStepRequest(beginning.thread(), StepRequest.STEP_MIN, StepRequest.STEP_OUT));
            return false;
        }
        return event instanceof LocatableEvent;
    }

    private static void suspendAt(EventRequest request) {
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
    }

    private static VirtualMachine attach(int port) {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
        Objects.requireNonNull(arguments.get("port")).setValue(Integer.toString(port));
        try {
            return connector.attach(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }
}
