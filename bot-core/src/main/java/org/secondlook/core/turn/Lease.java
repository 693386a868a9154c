package org.secondlook.core.turn;

/**
 * A due entry that one worker has claimed for a while. Whatever the worker commits for it counts only while the lease
 * stands.
 *
 * @param member the entry: a case, or a message
 * @param token what the claim is recognised by
 * @param again whether somebody claimed it before and never ended the claim, and may have done the work
 */
public record Lease(String member, long token, boolean again) {}
