package org.secondlook.teams;

import org.approvaltests.reporters.QuietReporter;

/** Where approved files stand, and that no window opens: read by ApprovalTests, by these names. */
public final class PackageSettings {

    public static final String UseApprovalSubdirectory = "approved";
    public static final QuietReporter UseReporter = QuietReporter.INSTANCE;

    private PackageSettings() {}
}
