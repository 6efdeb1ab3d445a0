/**
 * Admits, denies or holds what the reconciler wants to do, and signs the answer. It alone may.
 *
 * <p>A plan is judged together with exactly the manifests it would bring about: those of the
 * desired state whose digest it names. Until that has arrived the plan waits. Judged are the
 * objects the plan creates, corrects or prunes, as the API server would be asked about them; what
 * is there already and stays is not judged again.
 *
 * <p>{@code policy} holds objects against ValidatingAdmissionPolicies (their expressions are {@code
 * cel}), {@code calendar} knows Argo CD's sync windows, {@code approval} what people decided, and
 * {@code verdict} makes one signed answer of it. {@code kafka} brings the questions and takes the
 * answers away.
 *
 * <p>What is held is judged again every second, and what was denied when the rules change. The same
 * answer to the same plan is the same event, however often it is given.
 */
@NullMarked
package io.dabbawala.compliancegate;

import org.jspecify.annotations.NullMarked;
