package io.dabbawala.gitwatcher.helm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A dependency as {@code helm package} packs it: regular files in a tar archive. */
final class PackedChart {

    private static final int BLOCK = 512;

    /** All below a folder, in a dependency's own dependencies too once that is unpacked. */
    static List<Path> in(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .filter(file -> file.getParent().endsWith("charts"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("look for packed charts", e);
        }
    }

    /** Unpacks it beside itself and removes it; nothing leaves the folder. */
    static void unpack(Path packed) {
        var folder = packed.getParent();
        try {
            try (var tar = new DataInputStream(new GZIPInputStream(Files.newInputStream(packed)))) {
                var header = new byte[BLOCK];
                while (next(tar, header)) {
                    entry(tar, header, folder);
                }
            }
            Files.delete(packed);
            for (var inner : in(folder)) {
                if (inner.startsWith(folder) && !inner.getParent().equals(folder)) {
                    unpack(inner);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unpack " + packed.getFileName(), e);
        }
    }

    private static boolean next(DataInputStream tar, byte[] header) throws IOException {
        try {
            tar.readFully(header);
            return header[0] != 0;
        } catch (EOFException _) {
            return false;
        }
    }

    private static void entry(DataInputStream tar, byte[] header, Path folder) throws IOException {
        var size = Integer.parseInt(text(header, 124, 12).strip(), 8);
        var content = tar.readNBytes(size);
        tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        var type = header[156];
        if (type == '0' || type == 0) {
            var prefix = text(header, 345, 155);
            var name = text(header, 0, 100);
            write(folder, prefix.isEmpty() ? name : prefix + "/" + name, content);
        }
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        var file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException(name + " leaves the archive");
        }
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static String text(byte[] header, int from, int length) {
        var end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, UTF_8);
    }

    private PackedChart() {}
}
