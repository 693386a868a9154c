package org.secondlook.core.turn;

class InMemoryCaseStoreTest extends CaseStoreContract {

    private final CaseStore store = new InMemoryCaseStore();

    @Override
    protected CaseStore store() {
        return store;
    }
}
