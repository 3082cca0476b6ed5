package dev.footfall.gateway.durability;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The control: commits that are not synced (WAL, synchronous=NORMAL), each told on standard output as if it were safe. */
final class UnsafeWriter {
    private UnsafeWriter() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=NORMAL");
            statement.execute("CREATE TABLE told (n INTEGER)");
            for (int n = 1; n <= 2000; n++) {
                statement.execute("INSERT INTO told VALUES (" + n + ")");
                System.out.println(n);
            }
        }
    }
}
