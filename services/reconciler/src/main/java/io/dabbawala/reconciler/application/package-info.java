/**
 * What an application should be: its desired state, where it goes and how it is treated, as
 * declared, with the settings that hold for all of them. Argo CD's Application and Flux's
 * Kustomization say it in different words; here they say it in one.
 *
 * <p>A spec that cannot be read names the field, and deletes nothing.
 */
@NullMarked
package io.dabbawala.reconciler.application;

import org.jspecify.annotations.NullMarked;
