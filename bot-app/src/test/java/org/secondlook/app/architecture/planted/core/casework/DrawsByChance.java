package org.secondlook.app.architecture.planted.core.casework;

import java.util.UUID;

class DrawsByChance {
    UUID drawn = UUID.randomUUID();
}
