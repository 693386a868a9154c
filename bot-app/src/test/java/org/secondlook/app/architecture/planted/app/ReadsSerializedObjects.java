package org.secondlook.app.architecture.planted.app;

import java.io.ObjectInputStream;

record ReadsSerializedObjects(ObjectInputStream objects) {}
