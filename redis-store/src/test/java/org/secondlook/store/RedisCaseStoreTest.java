package org.secondlook.store;

import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.CaseStoreContract;
import org.secondlook.store.server.TestServer;

class RedisCaseStoreTest extends CaseStoreContract {

    private final TestServer server = TestServer.shared();
    private final CaseStore store = new RedisCaseStore(server.redis(), server.keyFile());

    @Override
    protected CaseStore store() {
        return store;
    }
}
