/**
 * The commands that need no broker, no console and no cluster: they ask the services' own concepts
 * about documents.
 *
 * <p>Input is a file or standard input: YAML, JSON or a list of either. The answer is JSON, one
 * line each, in the order of the input ({@code -o table} and {@code yaml} for people). A command
 * that answers each document with one line says {@code {"error": "..."}} where it cannot, and goes
 * on; one that answers about its files as a whole says that alone. There is no hidden clock and no
 * randomness: the same input gives the same lines. {@code dabba batch} answers many questions in
 * one start.
 */
@NullMarked
package io.dabbawala.cli.offline;

import org.jspecify.annotations.NullMarked;
