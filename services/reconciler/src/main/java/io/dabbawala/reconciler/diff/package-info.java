/**
 * Whether a live object is as declared, field by field.
 *
 * <p>What is declared must be live; what was applied once and is declared no more must be gone;
 * whatever else is live belongs to others. What was applied once is told by the managedFields of
 * our manager; of an object that we have not applied yet, by those of the tool that did, or by
 * kubectl's last-applied-configuration.
 *
 * <p>Both objects are brought into a normal form first; then what the application ignores is
 * removed from both. Fields of custom resources that hold a type of Kubernetes are brought into its
 * form. Lists of built-in kinds are matched by their merge keys, quantities by what they mean, and
 * what the API server adds or leaves out by itself is no difference. Where only the API server
 * knows, a difference is not certain, and its dry run is asked. The rules are those of Argo CD
 * (gitops-engine pkg/diff, util/argo/normalizers, util/argo/managedfields).
 *
 * <p>Values of Secrets do not leave this package.
 */
@NullMarked
package io.dabbawala.reconciler.diff;

import org.jspecify.annotations.NullMarked;
