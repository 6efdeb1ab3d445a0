package io.dabbawala.compliancegate.plan;

import io.dabbawala.compliancegate.policy.ObjectRef;
import io.dabbawala.compliancegate.policy.Operation;
import java.util.List;

/** One object a plan touches; fields differ from how they are live. */
public record Change(ObjectRef object, Operation operation, List<LiveField> fields) {

    public Change {
        fields = List.copyOf(fields);
    }
}
