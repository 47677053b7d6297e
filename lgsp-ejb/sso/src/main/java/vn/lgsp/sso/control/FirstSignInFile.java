package vn.lgsp.sso.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/** The note that tells whoever installed the platform how to sign in first; readable by its owner only. */
final class FirstSignInFile {
    /** Letters and digits that are not mistaken for one another. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private FirstSignInFile() {}

    /** Returns 20 random characters in groups of four, about 116 bits. */
    static String randomPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Writes the note; an older one, which belongs to a database that is gone, is replaced. */
    static void write(Path file, String username, String password) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "first-sign-in", null, OWNER_ONLY);
        Files.writeString(
                draft,
                """
                Đăng nhập lần đầu vào cổng quản trị LGSP: /portal
                Tên đăng nhập: %s
                Mật khẩu: %s
                Cổng quản trị yêu cầu đổi mật khẩu ngay sau khi đăng nhập. Sau đó hãy xóa tệp này.

                First sign-in to the LGSP portal: /portal
                User name: %s
                Password: %s
                The portal asks for a new password at once. Delete this file afterwards.
                """
                        .formatted(username, password, username, password));
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
