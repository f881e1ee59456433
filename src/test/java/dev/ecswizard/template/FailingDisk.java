package dev.ecswizard.template;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The disk of this machine, but for one step on it that fails.
final class FailingDisk {
    /// What can fail.
    enum Step {
        CREATE,
        WRITE,
        MOVE
    }

    private final FileSystem real = FileSystems.getDefault();
    private final Provider provider = new Provider();
    private final FileSystem system = new Delegate();
    private final Step step;
    private final int nth;
    private final IOException problem;
    private boolean lasts;
    private boolean hasLinks = true;
    private int count;

    /// @param nth which of these steps fails, from 1
    FailingDisk(Step step, int nth, IOException problem) {
        this.step = step;
        this.nth = nth;
        this.problem = problem;
    }

    /// So do all that follow.
    FailingDisk fromThenOn() {
        lasts = true;
        return this;
    }

    FailingDisk withoutLinks() {
        hasLinks = false;
        return this;
    }

    /// The same path on this disk.
    Path path(Path path) {
        return (Path) Proxy.newProxyInstance(
                FailingDisk.class.getClassLoader(), new Class<?>[] {Path.class, Real.class}, (_, method, arguments) -> {
                    if (method.getName().equals("real")) {
                        return path;
                    }
                    if (method.getName().equals("getFileSystem")) {
                        return system;
                    }
                    var result = invoke(path, method, arguments);
                    return result instanceof Path other ? path(other) : result;
                });
    }

    private static Object invoke(Path path, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(
                    path,
                    arguments == null
                            ? null
                            : Stream.of(arguments)
                                    .map(each -> each instanceof Path other ? real(other) : each)
                                    .toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Path real(Path path) {
        return path instanceof Real wrapped ? wrapped.real() : path;
    }

    private void count(Step now) throws IOException {
        if (now == step) {
            count++;
            if (count == nth || lasts && count > nth) {
                throw problem;
            }
        }
    }

    /// What a path on this disk is on the real one.
    interface Real {
        Path real();
    }

    private final class Delegate extends FileSystem {
        @Override
        public FileSystemProvider provider() {
            return provider;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public String getSeparator() {
            return real.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return real.getRootDirectories();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return real.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return real.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return path(real.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String syntaxAndPattern) {
            return real.getPathMatcher(syntaxAndPattern);
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return real.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() throws IOException {
            return real.newWatchService();
        }
    }

    private final class Provider extends FileSystemProvider {
        private final FileSystemProvider to = real.provider();

        @Override
        public String getScheme() {
            return "failing";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            return system;
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            if (options.contains(StandardOpenOption.CREATE_NEW)) {
                count(Step.CREATE);
            }
            return to.newByteChannel(real(path), options, attributes);
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            if (options.contains(StandardOpenOption.WRITE)) {
                count(Step.WRITE);
            }
            return to.newFileChannel(real(path), options, attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            return to.newDirectoryStream(real(path), filter);
        }

        @Override
        public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
            to.createDirectory(real(path), attributes);
        }

        @Override
        public void createLink(Path link, Path existing) throws IOException {
            if (!hasLinks) {
                throw new UnsupportedOperationException();
            }
            to.createLink(real(link), real(existing));
        }

        @Override
        public Path readSymbolicLink(Path link) throws IOException {
            return path(to.readSymbolicLink(real(link)));
        }

        @Override
        public void delete(Path path) throws IOException {
            to.delete(real(path));
        }

        @Override
        public void copy(Path source, Path target, CopyOption... options) throws IOException {
            to.copy(real(source), real(target), options);
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            count(Step.MOVE);
            to.move(real(source), real(target), options);
        }

        @Override
        public boolean isSameFile(Path path, Path other) throws IOException {
            return to.isSameFile(real(path), real(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return to.isHidden(real(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return to.getFileStore(real(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            to.checkAccess(real(path), modes);
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
            return to.getFileAttributeView(real(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
                throws IOException {
            return to.readAttributes(real(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
                throws IOException {
            return to.readAttributes(real(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
            to.setAttribute(real(path), attribute, value, options);
        }
    }
}
