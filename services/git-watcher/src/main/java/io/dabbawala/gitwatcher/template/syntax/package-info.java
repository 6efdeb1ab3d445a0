/**
 * From a template's text to a tree: tokens, pipelines, nodes (Go, text/template/parse). An error
 * names the template and the line.
 */
@NullMarked
package io.dabbawala.gitwatcher.template.syntax;

import org.jspecify.annotations.NullMarked;
