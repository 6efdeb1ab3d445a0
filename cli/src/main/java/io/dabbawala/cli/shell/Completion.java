package io.dabbawala.cli.shell;

import io.dabbawala.cli.terminal.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "completion",
        description = "Prints the completion script of a shell.",
        footer = {"source <(dabba completion bash)", "dabba completion fish | source"})
public final class Completion implements Callable<Integer> {

    /** By the names people type. */
    enum Shell {
        bash(
                """
                _dabba() {
                  local IFS=$'\\n'
                  COMPREPLY=($("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
                }
                complete -o default -F _dabba dabba ./dabba
                """),
        zsh(
                """
                #compdef dabba
                _dabba() {
                  local -a candidates
                  candidates=("${(@f)$("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
                  [[ -n "$candidates" ]] && compadd -a candidates || _files
                }
                compdef _dabba dabba
                """),
        fish(
                """
                function __dabba_complete
                    set -l words (commandline -opc) (commandline -ct)
                    $words[1] complete -- $words[2..-1] 2>/dev/null
                end
                complete -c dabba -f -a '(__dabba_complete)'
                """);

        private final String script;

        Shell(String script) {
            this.script = script;
        }
    }

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private Shell shell = Shell.bash;

    private final Surroundings around;

    public Completion(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        around.terminal().out().print(shell.script);
        return 0;
    }
}
