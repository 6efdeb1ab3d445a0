package io.dabbawala.gitwatcher.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PackParser;

/** Takes in no pack and no object larger than allowed; the transfer fails where one is passed. */
final class BoundedRepository extends FileRepository {

    private final TransferLimits limits;

    BoundedRepository(FileRepositoryBuilder builder, TransferLimits limits) throws IOException {
        super(builder);
        this.limits = limits;
    }

    @Override
    public ObjectInserter newObjectInserter() {
        var inserter = super.newObjectInserter();
        return new ObjectInserter.Filter() {
            @Override
            protected ObjectInserter delegate() {
                return inserter;
            }

            @Override
            public PackParser newPackParser(InputStream in) throws IOException {
                var parser = super.newPackParser(new Bounded(in, limits.packBytes()));
                parser.setMaxObjectSizeLimit(limits.objectBytes());
                return parser;
            }
        };
    }

    private static final class Bounded extends FilterInputStream {

        private final long most;
        private long count;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var many = super.read(bytes, offset, length);
            counted(Math.max(many, 0));
            return many;
        }

        private void counted(int bytes) throws IOException {
            count += bytes;
            if (count > most) {
                throw new IOException(
                        "the pack is larger than %d bytes (raise git-watcher.largest-pack)"
                                .formatted(most));
            }
        }
    }
}
