/**
 * ValidatingAdmissionPolicy as the API server does it, before the API server sees anything.
 *
 * <p>What is judged is what the API server would be asked: an object that is created (CREATE), one
 * that is corrected (UPDATE) and one that is pruned (DELETE). Objects a plan does not touch are not
 * judged: a policy that is new does not stop a delivery because of what is already there.
 *
 * <p>A policy applies where its constraints match, once per binding that matches and per object its
 * {@code paramRef} finds; without any binding it applies as if bound with Deny. The order is: match
 * constraints, match conditions (one false: it does not apply), variables, validations. Every
 * broken validation is a finding, not the first. An expression that fails is broken under {@code
 * failurePolicy: Fail} and passes under Ignore. Of several actions of a binding a finding has the
 * strongest: Deny, Warn, Audit.
 *
 * <p>Known about the cluster is what the delivery declares: {@code oldObject} of an UPDATE is the
 * declared object with the fields that differ as they are live, of a DELETE its names; {@code
 * namespaceObject} is the declared Namespace, else one with its name only. There is no {@code
 * authorizer}. Kinds become resources by the usual plural.
 */
@NullMarked
package io.dabbawala.compliancegate.policy;

import org.jspecify.annotations.NullMarked;
