package org.secondlook.core.casework;

/** Names an obligation within its case, such as {@code step-3.respond.council}. */
public record ObligationId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
