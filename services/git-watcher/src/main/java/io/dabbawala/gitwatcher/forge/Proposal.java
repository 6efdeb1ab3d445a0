package io.dabbawala.gitwatcher.forge;

/** A pull request to open. */
public record Proposal(String branch, String into, String title, String text) {}
