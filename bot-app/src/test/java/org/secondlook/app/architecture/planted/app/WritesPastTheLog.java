package org.secondlook.app.architecture.planted.app;

class WritesPastTheLog {
    void write() {
        System.out.println("past the log");
    }
}
