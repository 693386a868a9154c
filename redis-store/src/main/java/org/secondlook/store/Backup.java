package org.secondlook.store;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup file that was read to its end and found whole, and sealed under the key file.
 *
 * @param made when it was begun: whatever was stored before then is in it
 */
public record Backup(Path file, Instant made) {}
