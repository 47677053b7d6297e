package vn.lgsp.tests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.lgsp.tests.platform.Repository;

/** The classes of all modules, as this build has compiled them. */
final class Compiled {
    /** What is no part of the platform; the peers may lie there from a benchmark or not, Saxon is not ours. */
    private static final List<String> BESIDE = List.of("lgsp-tests", "lgsp-peers", "lgsp-saxon");

    private static final JavaClasses ALL = new ClassFileImporter().importPaths(directories());

    private Compiled() {}

    static JavaClasses classes() {
        return ALL;
    }

    /** {@code target/classes} of every module that has some. */
    static List<Path> directories() {
        try (Stream<Path> modules = Stream.concat(
                Files.list(Repository.root()), Files.list(Repository.root().resolve("lgsp-ejb")))) {
            return modules.map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .filter(classes ->
                            BESIDE.stream().map(Repository.root()::resolve).noneMatch(classes::startsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
