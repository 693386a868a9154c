package org.secondlook.core.directory;

/**
 * A private channel where a team answers.
 *
 * @param organisation the Slack team id, or the Microsoft 365 tenant id
 * @param id the channel's own id on that platform
 */
public record Channel(Platform platform, String organisation, String id) {}
