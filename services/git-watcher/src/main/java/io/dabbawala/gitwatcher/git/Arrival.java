package io.dabbawala.gitwatcher.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PackParser;
import org.jspecify.annotations.Nullable;

/** Takes in a pack: none too large, nothing malformed, nothing that refers to what is not there. */
final class Arrival extends ObjectInserter.Filter {

    private final ObjectInserter inserter;
    private final Repository repository;
    private final TransferLimits limits;
    private @Nullable PackParser pack;

    Arrival(ObjectInserter inserter, Repository repository, TransferLimits limits) {
        this.inserter = inserter;
        this.repository = repository;
        this.limits = limits;
    }

    @Override
    protected ObjectInserter delegate() {
        return inserter;
    }

    @Override
    public PackParser newPackParser(InputStream in) throws IOException {
        var parser = super.newPackParser(new Pack(in));
        parser.setMaxObjectSizeLimit(limits.objectBytes());
        pack = parser;
        return parser;
    }

    @Override
    public void flush() throws IOException {
        super.flush();
        if (pack != null) {
            new Connectivity(repository).check(pack);
        }
    }

    private final class Pack extends FilterInputStream {

        private long count;

        Pack(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            begin();
            var one = super.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            begin();
            var many = super.read(bytes, offset, length);
            counted(Math.max(many, 0));
            return many;
        }

        /** A fetch takes the checker away, unless it is to check connectivity as well. */
        private void begin() {
            if (count == 0 && pack != null) {
                pack.setObjectChecking(true);
            }
        }

        private void counted(int bytes) throws IOException {
            count += bytes;
            if (count > limits.packBytes()) {
                throw new IOException(
                        "the pack is larger than %d bytes (raise git-watcher.largest-pack)"
                                .formatted(limits.packBytes()));
            }
        }
    }
}
