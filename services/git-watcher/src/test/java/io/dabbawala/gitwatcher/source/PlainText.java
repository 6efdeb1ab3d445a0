package io.dabbawala.gitwatcher.source;

import io.dabbawala.gitwatcher.PlainPrograms;

/** What a job's file says. */
final class PlainText {

    static String of(Job job, String path) {
        return PlainPrograms.text(job.files().get(path));
    }

    private PlainText() {}
}
