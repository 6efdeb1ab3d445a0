package io.dabbawala.reconciler.health.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dabbawala.reconciler.health.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile script cannot do. */
class FenceTest {

    private static Health judged(String script) {
        return LuaScript.of(script).judge(Map.of(), Instant.EPOCH).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true do end",
                "while true do pcall(error, 'x') end",
                "pcall(function() while true do end end) return {status = 'Healthy'}",
                "local s = 'x' while true do s = s .. s end",
                "local s = 'x' while true do s = s:rep(1000) end",
                "local s = ('x'):rep(1000000) while true do s = s:gsub('x', 'xxxx') end",
                "local s = ('x'):rep(1000000) local t = {} while true do t[#t + 1] = s:upper() end",
                "local t = {} while true do t[#t + 1] = {} end",
                "local t = {} for i = 1, 1e9 do t[i] = i end",
                "local t = {} for i = 1, 60000 do t[i] = 'xxxxxxxxxxxx' end while true do table.concat(t) end",
                "local t = {} for i = 1, 60000 do t[i] = 1 end for i = 1, 60000 do table.insert(t, 1, 1) end",
                "local t = {} for i = 1, 30000 do t['k' .. i] = 1 end for k in pairs(t) do t[k] = nil end while true do next(t) end",
                "return ('a'):rep(5000):find(('a-'):rep(30) .. 'b')",
                "return ('a'):rep(1000):match(('.*'):rep(20) .. 'b')",
                "local s = string.format('%99d', 1) while true do s = string.format('%s%s', s, s) end",
                "local t = {} for i = 1, 3000 do t[i] = ('x'):rep(1000) end for i = 1, 1e6 do string.format('%s', table.concat(t)) end"
            })
    void asks_for_more_than_it_gets(String script) {
        var health = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> judged(script));

        assertThat(health.status()).isEqualTo(Health.Status.UNKNOWN);
        assertThat(health.message()).startsWith("<string>:1: the script ");
    }

    @Test
    void calls_go_only_so_deep() {
        assertThat(judged("local function f() return 1 + f() end return f()").message())
                .isEqualTo("<string>:1: stack overflow");
        assertThat(judged("return ('a'):rep(1000):match(('('):rep(40))").message())
                .contains("too many captures");
        assertThat(judged("return unpack({}, 1, 1e8)").message()).contains("too many results");
    }

    @Test
    void no_script_changes_what_another_sees() {
        judged(
                "string.format = nil; table.concat = nil; obj = nil; x = 1 return {status = 'Healthy'}");
        judged("getmetatable('').__index = {} return {status = 'Healthy'}");

        assertThat(
                        judged(
                                "return {status = 'Healthy', message = ('%d'):format(1)"
                                        + " .. table.concat({2}) .. tostring(x)}"))
                .isEqualTo(Health.healthy("12nil"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io",
                "debug",
                "luajava",
                "package",
                "coroutine",
                "dofile",
                "loadfile",
                "load",
                "loadstring",
                "newproxy"
            })
    void nothing_leads_outside(String name) {
        assertThat(judged("return {status = 'Healthy', message = type(" + name + ")}"))
                .isEqualTo(Health.healthy("nil"));
    }

    @Test
    void the_same_script_ends_the_same_way() {
        var script = "return {status = 'Healthy', message = math.random() .. tostring({})}";
        assertThat(judged(script)).isEqualTo(judged(script));
    }
}
