package io.dabbawala.cli.offline;

import picocli.CommandLine.Command;

@Command(
        name = "webhook",
        description = "What Git hosts tell the watcher.",
        footer = {
            "dabba webhook parse --provider github --event push body.json",
            "dabba webhook parse --provider gitlab --header 'X-Gitlab-Token: s3cret' --secret s3cret"
                    + " < body.json"
        })
public final class Webhook {}
