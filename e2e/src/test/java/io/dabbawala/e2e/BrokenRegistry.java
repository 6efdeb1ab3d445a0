package io.dabbawala.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A registry that is up and does nothing but fail. Started as a program, by the demo. */
final class BrokenRegistry {

    public static void main(String[] arguments) throws IOException {
        var port = Integer.getInteger("quarkus.http.port");
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var server = HttpServer.create(address, 0);
        server.createContext("/", BrokenRegistry::answer);
        server.start();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var isAsked = exchange.getRequestMethod().equals("GET");
        var body = (isAsked ? "up" : "out of order").getBytes(UTF_8);
        exchange.sendResponseHeaders(isAsked ? 200 : 500, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private BrokenRegistry() {}
}
