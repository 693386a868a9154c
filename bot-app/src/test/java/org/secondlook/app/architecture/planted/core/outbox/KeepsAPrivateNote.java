package org.secondlook.app.architecture.planted.core.outbox;

import org.secondlook.core.message.PrivateNote;

record KeepsAPrivateNote(PrivateNote note) {}
