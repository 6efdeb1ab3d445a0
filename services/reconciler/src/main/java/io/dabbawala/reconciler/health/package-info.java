/**
 * How objects and applications are, by the rules users of Argo CD know: one class per kind, whose
 * first rule that fits counts, in the words of Argo CD's own messages. A kind without a rule has no
 * opinion and does not matter to its application. An object that is being deleted is progressing,
 * whatever its kind says; then rules of one's own count: {@code script} runs Argo CD's health
 * customisations, {@code expression} Flux's health expressions. Flux's other rules are in {@code
 * kstatus}.
 *
 * <p>An application is as well as the worst of its objects. Objects that are missing do not make it
 * worse, unless all are; they are out of sync, which is told elsewhere.
 */
@NullMarked
package io.dabbawala.reconciler.health;

import org.jspecify.annotations.NullMarked;
