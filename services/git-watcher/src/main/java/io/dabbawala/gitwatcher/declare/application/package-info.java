/**
 * What is declared: an Argo CD Application or a Flux Kustomization, in the same words, where it
 * goes and how, and what it should be at a revision.
 */
@NullMarked
package io.dabbawala.gitwatcher.declare.application;

import org.jspecify.annotations.NullMarked;
