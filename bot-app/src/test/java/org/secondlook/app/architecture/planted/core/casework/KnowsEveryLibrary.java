package org.secondlook.app.architecture.planted.core.casework;

import com.google.crypto.tink.Aead;
import com.ibm.icu.text.MessageFormat;
import com.microsoft.bot.schema.Activity;
import com.slack.api.Slack;
import de.focus_shift.jollyday.core.HolidayManager;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.context.ApplicationContext;
import redis.clients.jedis.RedisClient;

record KnowsEveryLibrary(
        LoadSettings yaml,
        HolidayManager holidays,
        MessageFormat wording,
        RedisClient redis,
        Aead encryption,
        Slack slack,
        Activity teams,
        ApplicationContext spring) {}
