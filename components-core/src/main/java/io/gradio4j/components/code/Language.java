package io.gradio4j.components.code;

import java.util.Locale;

/** What code is written in: says how it is coloured, indented and completed, and what a downloaded file is called. */
public enum Language {
    /** Python. */
    PYTHON,
    /** C. */
    C,
    /** C++. */
    CPP,
    /** Markdown. */
    MARKDOWN,
    /** LaTeX. */
    LATEX,
    /** JSON. */
    JSON,
    /** HTML, with style sheets and scripts in it. */
    HTML,
    /** CSS. */
    CSS,
    /** Java. */
    JAVA,
    /** JavaScript. */
    JAVASCRIPT,
    /** Jinja's templates. */
    JINJA2,
    /** TypeScript. */
    TYPESCRIPT,
    /** YAML. */
    YAML,
    /** A Dockerfile. */
    DOCKERFILE,
    /** A shell's script. */
    SHELL,
    /** R. */
    R,
    /** SQL as the standard has it. */
    SQL,
    /** SQL of Microsoft's SQL Server. */
    SQL_MSSQL("sql-msSQL"),
    /** SQL of MySQL. */
    SQL_MYSQL("sql-mySQL"),
    /** SQL of MariaDB. */
    SQL_MARIADB("sql-mariaDB"),
    /** SQL of SQLite. */
    SQL_SQLITE("sql-sqlite"),
    /** Cassandra's query language. */
    SQL_CASSANDRA("sql-cassandra"),
    /** Oracle's PL/SQL. */
    SQL_PLSQL("sql-plSQL"),
    /** SQL of Hive. */
    SQL_HIVE("sql-hive"),
    /** SQL of PostgreSQL. */
    SQL_PGSQL("sql-pgSQL"),
    /** Google's query language. */
    SQL_GQL("sql-gql"),
    /** SQL of Greenplum. */
    SQL_GPSQL("sql-gpSQL"),
    /** SQL of Spark. */
    SQL_SPARKSQL("sql-sparkSQL"),
    /** Esper's event processing language. */
    SQL_ESPER("sql-esper");

    private final String wire;

    Language() {
        wire = name().toLowerCase(Locale.ROOT);
    }

    Language(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}
