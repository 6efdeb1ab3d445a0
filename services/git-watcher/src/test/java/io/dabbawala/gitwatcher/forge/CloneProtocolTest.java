package io.dabbawala.gitwatcher.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dabbawala.gitwatcher.generate.forge.ForgeRepository;
import io.dabbawala.gitwatcher.generate.parameter.CannotGenerate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloneProtocolTest {

    private final ForgeHost host =
            new ForgeHost()
                    .list(
                            "/api/v4/groups/acme/projects",
                            """
                            {"id":5,"path":"shop","default_branch":"main",
                             "ssh_url_to_repo":"git@git.example:acme/shop.git",
                             "http_url_to_repo":"https://git.example/acme/shop.git"}
                            """)
                    .object(
                            "/api/v4/projects/5/repository/branches/main",
                            "{\"name\":\"main\",\"commit\":{\"id\":\"a1\"}}");

    @AfterEach
    void close() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'',git@git.example:acme/shop.git",
        "ssh,git@git.example:acme/shop.git",
        "https,https://git.example/acme/shop.git"
    })
    void the_generator_says_how_its_repositories_are_cloned(String protocol, String url)
            throws Exception {
        assertThat(repositories(protocol)).extracting(ForgeRepository::url).containsExactly(url);
    }

    @Test
    void another_protocol_is_told_by_its_name() {
        assertThatThrownBy(() -> repositories("ftp"))
                .isInstanceOf(CannotGenerate.class)
                .hasMessage("unknown clone protocol ftp");
    }

    private List<ForgeRepository> repositories(String protocol) throws CannotGenerate {
        var configuration =
                "{'cloneProtocol':'%s','gitlab':{'group':'acme','api':'@'}}".formatted(protocol);
        return host.forges("gitlab", null).repositories("gitlab", host.asked(configuration));
    }
}
