package org.secondlook.core.casework;

/** An event in the history of a case. */
public record Recorded(Stamp stamp, CaseEvent event) {}
