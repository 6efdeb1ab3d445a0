package io.dabbawala.rolloutanalyzer.canary;

/** What is rolled out: the pod template under judgement and the delivery that brought it. */
public record Subject(String rollout, String application, String delivery, String template) {}
