package io.dabbawala.gitwatcher.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * Opens connections to the host that is configured and to no other: a redirect could carry what the
 * host knows us by to somebody else, or the service to a host it should not reach. All of them
 * together have an end, which JGit's own timeout, for silence only, does not give them.
 */
final class OneHost implements HttpConnectionFactory {

    private final URI home;
    private final Duration whole;
    private final long end;

    OneHost(String home, Duration whole) {
        this.home = URI.create(home);
        this.whole = whole;
        this.end = System.nanoTime() + whole.toNanos();
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        check(url);
        return new Ending(url, this);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        check(url);
        return new Ending(url, proxy, this);
    }

    private void check(URL url) throws IOException {
        var isSame =
                url.getHost().equalsIgnoreCase(home.getHost())
                        && (url.getProtocol().equals("https")
                                || url.getProtocol().equals(home.getScheme()));
        if (!isSame) {
            throw new IOException(
                    "%s sends us to %s://%s: redirects to another host are not followed"
                            .formatted(home.getHost(), url.getProtocol(), url.getHost()));
        }
    }

    private void checkTime() throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new IOException("took longer than %s".formatted(whole));
        }
    }

    private static final class Ending extends JDKHttpConnection {

        private final OneHost host;

        Ending(URL url, OneHost host) throws MalformedURLException, IOException {
            super(url);
            this.host = host;
        }

        Ending(URL url, Proxy proxy, OneHost host) throws MalformedURLException, IOException {
            super(url, proxy);
            this.host = host;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    host.checkTime();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    host.checkTime();
                    return super.read(bytes, offset, length);
                }
            };
        }
    }
}
