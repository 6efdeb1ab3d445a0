package io.dabbawala.gitwatcher.git;

import java.io.IOException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Takes in no pack that is too large or damaged; the transfer fails where one is found. */
final class BoundedRepository extends FileRepository {

    private final TransferLimits limits;

    BoundedRepository(FileRepositoryBuilder builder, TransferLimits limits) throws IOException {
        super(builder);
        this.limits = limits;
    }

    @Override
    public ObjectInserter newObjectInserter() {
        return new Arrival(super.newObjectInserter(), this, limits);
    }
}
