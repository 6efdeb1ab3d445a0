/** Declared objects as they stand in JSON, and looking into them without stumbling over gaps. */
@NullMarked
package io.dabbawala.compliancegate.document;

import org.jspecify.annotations.NullMarked;
