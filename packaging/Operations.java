import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// The operations of AWS that the app calls. A client of the SDK has all of its service's, EC2's some 700 of which the
/// app calls some thirty; each brings classes along that the JVM loads to verify the client, so that without the others
/// the app starts sooner and takes less memory.
final class Operations {
    /// What stands in a trimmed library, as its licence asks for (Apache License 2.0, 4b).
    static final String NOTICE = "META-INF/CHANGES";

    static final String CHANGES = """
            Changed for ECS Cluster Wizard: the synchronous client of this library has only the operations that the
            app calls. Whatever else is in it is as Amazon published it.
            """;

    private static final String SERVICES = "software/amazon/awssdk/services/";
    private static final Pattern CLIENT = Pattern.compile(SERVICES + "\\w+/(?:Default)?(\\w+Client)(?<!AsyncClient)");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    private final Map<String, Set<String>> called = new HashMap<>();
    private final ClassFile files;

    /// @param jars the app and its libraries
    Operations(List<Path> jars) throws IOException {
        var urls = jars.stream().map(Path::toFile).map(Operations::url).toArray(URL[]::new);
        var hierarchy = ClassHierarchyResolver.ofResourceParsing(new URLClassLoader(urls, null));
        // a pool of its own, without what the dropped operations had in it
        files = ClassFile.of(
                ClassFile.ConstantPoolSharingOption.NEW_POOL,
                ClassFile.ClassHierarchyResolverOption.of(hierarchy.orElse(ClassHierarchyResolver.defaultResolver())));
        for (var jar : jars) {
            try (var zip = new ZipFile(jar.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    if (isCaller(entry.getName())) {
                        note(files.parse(zip.getInputStream(entry).readAllBytes()));
                    }
                }
            }
        }
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// Pages and waiters are only made by the clients themselves.
    private static boolean isCaller(String entry) {
        if (!entry.endsWith(".class") || entry.startsWith("META-INF/") || entry.equals("module-info.class")) {
            return false;
        }
        return !entry.startsWith(SERVICES)
                || !entry.matches(".*/(model|paginators|waiters|transform)/.*|.*Client\\.class");
    }

    private void note(ClassModel type) {
        for (var entry : type.constantPool()) {
            if (entry instanceof MemberRefEntry member && isClient(member.owner().asInternalName())) {
                var names = called.computeIfAbsent(member.owner().asInternalName(), _ -> new HashSet<>());
                var name = member.name().stringValue();
                names.add(name);
                // which has the client asked page by page
                names.add(name.replaceFirst("Paginator$", ""));
                if (name.equals("waiter")) {
                    throw new IllegalStateException(type.thisClass().asInternalName() + " uses a waiter, which calls by itself");
                }
            }
        }
    }

    private static boolean isClient(String type) {
        return CLIENT.matcher(type).matches();
    }

    /// Whether a file of a library is a client, or what a client is seen as.
    static boolean isClientFile(String entry) {
        return entry.endsWith(".class") && isClient(entry.substring(0, entry.length() - ".class".length()));
    }

    /// A client without the operations that nobody calls.
    byte[] only(byte[] client) {
        var type = files.parse(client);
        var name = type.thisClass().asInternalName();
        var face = name.replaceFirst("/Default(\\w+)$", "/$1");
        var kept = called.getOrDefault(face, Set.of());
        var needless = type.methods().stream()
                .filter(method -> isOperation(method, name))
                .map(method -> method.methodName().stringValue())
                .filter(operation -> !kept.contains(operation))
                .collect(Collectors.toSet());
        return files.transformClass(
                type,
                ClassTransform.dropping(
                        element -> element instanceof MethodModel method && needless.contains(operation(method))));
    }

    /// Looks into jars as they are shipped whether clients have all that is called of them, by its name and types: by
    /// the app, its libraries, and the pages that clients make. Goes by the files alone, not by what was noted.
    ///
    /// @throws IllegalStateException naming each call that leads nowhere, and where it is
    static void check(List<Path> jars) throws IOException {
        var there = new HashMap<String, ClassModel>();
        var callers = new ArrayList<ClassModel>();
        for (var jar : jars) {
            try (var zip = new ZipFile(jar.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    if (isCaller(entry.getName()) || isClientFile(entry.getName()) || isOfPages(entry.getName())) {
                        var type = ClassFile.of().parse(zip.getInputStream(entry).readAllBytes());
                        there.put(type.thisClass().asInternalName(), type);
                        callers.add(type);
                    }
                }
            }
        }
        // pages of an operation that is gone can be made by nobody
        var made = callers.stream()
                .filter(type -> isClient(type.thisClass().asInternalName()))
                .flatMap(Operations::named)
                .collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        for (var caller : callers) {
            var name = caller.thisClass().asInternalName();
            if (!name.contains("/paginators/") || made.contains(name.replaceFirst("\\$.*", ""))) {
                for (var entry : caller.constantPool()) {
                    if (entry instanceof MemberRefEntry member
                            && isClient(member.owner().asInternalName())
                            && !has(there, member)) {
                        missing.add(name + " calls " + member.owner().asInternalName() + "." + member.name().stringValue());
                    }
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Trimmed away, and called:\n" + String.join("\n", missing));
        }
    }

    private static boolean isOfPages(String entry) {
        return entry.startsWith(SERVICES) && entry.matches(".*/paginators/.*\\.class");
    }

    private static Stream<String> named(ClassModel type) {
        var names = new HashSet<String>();
        type.constantPool().forEach(entry -> {
            if (entry instanceof ClassEntry named) {
                names.add(named.asInternalName());
            }
        });
        return names.stream();
    }

    /// What is no service's own is inherited from what all clients share.
    private static boolean has(Map<String, ClassModel> there, MemberRefEntry member) {
        var client = there.get(member.owner().asInternalName());
        var service = "L" + member.owner().asInternalName().replaceFirst("/\\w+$", "");
        var answer = member.type().stringValue().replaceFirst(".*\\)", "");
        return client != null
                && (!(answer.startsWith(service + "/model/") || answer.startsWith(service + "/paginators/"))
                        || client.methods().stream()
                                .anyMatch(method -> method.methodName().equalsString(member.name().stringValue())
                                        && method.methodType().equalsString(member.type().stringValue())));
    }

    private static boolean isOperation(MethodModel method, String client) {
        var answer = method.methodTypeSymbol().returnType().descriptorString();
        var service = "L" + client.substring(0, client.lastIndexOf('/'));
        return answer.startsWith(service + "/model/") || answer.startsWith(service + "/paginators/");
    }

    /// The method's own name, or that of the method it is a part of.
    private static String operation(MethodModel method) {
        var name = method.methodName().stringValue();
        var lambda = LAMBDA.matcher(name);
        return lambda.matches() ? lambda.group(1) : name;
    }
}
