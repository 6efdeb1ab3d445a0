/**
 * What people are told, in short plain English: the application, the revision, the reason, and for
 * a rollback from where to where and on what evidence.
 *
 * <p>Every value comes from outside (a commit, a policy, a pod), so it is made one line of bounded
 * length without control or direction characters before it is part of a text, and escaped as the
 * channel demands. No text holds a link or a button: what a message says cannot be clicked.
 */
@NullMarked
package io.dabbawala.notifier.message;

import org.jspecify.annotations.NullMarked;
