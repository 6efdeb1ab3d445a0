/**
 * What is declared about rollouts: a Flagger Canary becomes what the analyzer does for one
 * workload, an OpenSLO SLO becomes the objectives whose budget it measures.
 *
 * <p>Absent fields have Flagger's defaults. A field that cannot be read, and one that asks for a
 * gate we do not have (webhooks, routing by header), never lets anything be promoted: the rollout
 * is held with the reason, and only a person can go on. What merely adds comfort (mirroring,
 * session affinity) is left out and remarked upon.
 */
@NullMarked
package io.dabbawala.rolloutanalyzer.declared;

import org.jspecify.annotations.NullMarked;
