package org.secondlook.app.architecture.planted.app;

public class Application {}
