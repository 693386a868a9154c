package org.secondlook.core.directory;

/**
 * Who somebody is on a platform (design.md decision 17). The user's own organisation is part of it: the same user id in
 * another organisation is somebody else.
 *
 * @param organisation the Slack enterprise or team id, or the Microsoft 365 tenant id
 * @param user the Slack user id, or the Microsoft Entra object id
 */
public record PlatformIdentity(Platform platform, String organisation, String user) {}
