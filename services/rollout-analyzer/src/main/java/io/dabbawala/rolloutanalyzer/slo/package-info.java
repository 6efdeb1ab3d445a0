/**
 * How fast an error budget is spent. An objective of 99.9 % leaves a budget of 0.1 %; burn rate 1
 * spends it exactly by the end of the period, so a burn rate is the error ratio divided by one
 * minus the objective. It is measured over five minutes and one hour; what is left of the budget is
 * one minus the burn rate of the whole period, as far as the analyzer remembers it.
 */
@NullMarked
package io.dabbawala.rolloutanalyzer.slo;

import org.jspecify.annotations.NullMarked;
