/**
 * In which order the objects of an application come: phase, wave, kind, name; what others need is
 * pulled in front of them, and what is pruned goes in mirrored waves. The order is that of Argo CD
 * (gitops-engine, pkg/sync/sync_tasks.go and sync_context.go).
 */
@NullMarked
package io.dabbawala.reconciler.order;

import org.jspecify.annotations.NullMarked;
