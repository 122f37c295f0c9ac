"""How the user's data is laid out in its database, and how an older layout becomes this one.

Each entry of ``MIGRATIONS`` takes the database one version up; SQLite's ``user_version`` says how
many have run. An entry is never changed once released: add another. Every table names the
article by ``Article.key``, so that a file that moved keeps what belongs to it.
"""

_NOW = "TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))"

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        f"CREATE TABLE read (article TEXT PRIMARY KEY, at {_NOW}) WITHOUT ROWID",
        f"CREATE TABLE star (article TEXT PRIMARY KEY, at {_NOW}) WITHOUT ROWID",
        f"""CREATE TABLE tag (article TEXT, name TEXT, at {_NOW},
            PRIMARY KEY (article, name)) WITHOUT ROWID""",
        "CREATE INDEX tag_name ON tag (name)",
        f"""CREATE TABLE position (article TEXT PRIMARY KEY, offset INTEGER NOT NULL, at {_NOW})
            WITHOUT ROWID""",
        f"""CREATE TABLE saved_search (name TEXT PRIMARY KEY, query TEXT NOT NULL, at {_NOW})
            WITHOUT ROWID""",
    ),
    (
        f"""CREATE TABLE highlight (id INTEGER PRIMARY KEY, article TEXT NOT NULL,
            start INTEGER NOT NULL, stop INTEGER NOT NULL, quote TEXT NOT NULL,
            note TEXT NOT NULL DEFAULT '', at {_NOW})""",
        "CREATE INDEX highlight_article ON highlight (article, start)",
    ),
)
