package io.dabbawala.console.http;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.List;

/** What the console knows so far, asked without expectations. */
final class Log {

    static List<String> ids() {
        return given().get("/api/events?limit=1000").jsonPath().getList("id", String.class);
    }

    /** Everything about it is null while it is not known. */
    static JsonPath application(String name) {
        return given().get("/api/applications/" + name).jsonPath();
    }

    private Log() {}
}
