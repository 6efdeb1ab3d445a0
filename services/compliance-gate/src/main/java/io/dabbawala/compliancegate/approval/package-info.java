/**
 * What people decide about an application, and what has to be decided by people.
 *
 * <p>A {@code Gate} asks for approvals:
 *
 * <pre>
 * apiVersion: dabbawala.io/v1
 * kind: Gate
 * metadata: {name: production, namespace: argocd}
 * spec:
 *   applications: ["argocd/shop-*"]   # globs over namespace/name or over the name; none: all
 *   approvals:
 *     required: 2                     # different people; 1 if absent
 *     causes: [COMMIT, COMMAND]       # what needs them; these two if absent. Never ROLLBACK.
 *     validity: 24h                   # how long one counts, at most 24h
 * </pre>
 *
 * <p>An order names what it is about: a digest, a delivery, or neither, which means what had been
 * asked for when it was given; it is then bound to that digest. It counts until it expires. The
 * last word on a digest counts: a rejection stands until somebody approves again. A freeze holds an
 * application until it expires or somebody resumes. Breaking the glass passes windows, freezes and
 * approvals, never policies or a quarantine, for an hour unless it says until when.
 */
@NullMarked
package io.dabbawala.compliancegate.approval;

import org.jspecify.annotations.NullMarked;
