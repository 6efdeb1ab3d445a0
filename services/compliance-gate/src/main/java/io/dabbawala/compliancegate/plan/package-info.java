/** What the reconciler wants to do: one plan for one application, and why. */
@NullMarked
package io.dabbawala.compliancegate.plan;

import org.jspecify.annotations.NullMarked;
