"""The catalog's tables and their migrations: one list, PRAGMA user_version says how far a file has come."""

from __future__ import annotations

import sqlite3

from engine.core.errors import UserError

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE roots (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        device INTEGER, inode INTEGER          -- finds the folder again when it was moved
    );
    CREATE TABLE contents (
        digest TEXT PRIMARY KEY,
        width INTEGER NOT NULL, height INTEGER NOT NULL, orientation INTEGER NOT NULL,
        taken_at TEXT, latitude REAL, longitude REAL, camera TEXT
    ) WITHOUT ROWID;
    CREATE TABLE files (
        id INTEGER PRIMARY KEY AUTOINCREMENT,   -- what the user said is about ids: never used twice
        root INTEGER NOT NULL REFERENCES roots(id),
        path BLOB NOT NULL,                     -- bytes: a name need not be UTF-8
        size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
        digest TEXT, problem TEXT,
        gone INTEGER NOT NULL DEFAULT 0         -- not seen in the last scan; kept, for it may come back
    );
    CREATE UNIQUE INDEX files_place ON files(root, path) WHERE gone = 0;
    CREATE INDEX files_digest ON files(digest);
    CREATE TABLE vectors (
        backbone TEXT NOT NULL, digest TEXT NOT NULL,
        shard TEXT NOT NULL, row INTEGER NOT NULL,
        PRIMARY KEY (backbone, digest)
    ) WITHOUT ROWID;
    CREATE TABLE clusterings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        made_at TEXT NOT NULL, method TEXT NOT NULL, backbone TEXT NOT NULL, device TEXT NOT NULL,
        seed INTEGER NOT NULL, parameters TEXT NOT NULL, history TEXT NOT NULL, curve TEXT NOT NULL,
        cluster_ids TEXT NOT NULL, ids BLOB NOT NULL, labels BLOB NOT NULL, probabilities BLOB NOT NULL,
        codes BLOB,
        fingerprint TEXT NOT NULL               -- of the photos and the words it was made from
    );
    CREATE TABLE clusters (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL, named_by_user INTEGER NOT NULL DEFAULT 0, locked INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE TABLE assignments (                  -- where each file stands now
        file INTEGER PRIMARY KEY REFERENCES files(id),
        cluster TEXT NOT NULL REFERENCES clusters(id), confidence REAL NOT NULL
    );
    CREATE INDEX assignments_cluster ON assignments(cluster);
    CREATE TABLE pins (
        file INTEGER PRIMARY KEY REFERENCES files(id), cluster TEXT NOT NULL REFERENCES clusters(id)
    );
    CREATE TABLE rejections (
        file INTEGER NOT NULL REFERENCES files(id), cluster TEXT NOT NULL REFERENCES clusters(id),
        PRIMARY KEY (file, cluster)
    ) WITHOUT ROWID;
    CREATE TABLE pairs (
        a INTEGER NOT NULL REFERENCES files(id), b INTEGER NOT NULL REFERENCES files(id),
        kind TEXT NOT NULL CHECK (kind IN ('together', 'apart')),
        PRIMARY KEY (a, b), CHECK (a < b)
    ) WITHOUT ROWID;
    CREATE TABLE projections (
        name TEXT PRIMARY KEY,
        ids BLOB NOT NULL, xy BLOB NOT NULL, parameters TEXT NOT NULL, fingerprint TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE edits (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        made_at TEXT NOT NULL, label TEXT NOT NULL,
        forward TEXT NOT NULL, inverse TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE snapshots (                    -- what an adopted clustering replaced, so that undo brings it back
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        clustering INTEGER REFERENCES clusterings(id),
        files BLOB NOT NULL, clusters TEXT NOT NULL, labels BLOB NOT NULL, confidences BLOB NOT NULL
    );
    CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    ALTER TABLE clusterings ADD COLUMN base INTEGER REFERENCES clusterings(id);
    ALTER TABLE clusterings ADD COLUMN placed INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE learned (                      -- what a fit leaves for the photos and the k to come
        clustering INTEGER PRIMARY KEY REFERENCES clusterings(id),
        model BLOB NOT NULL, contents BLOB NOT NULL, sights BLOB NOT NULL, pieces BLOB NOT NULL,
        origins BLOB NOT NULL
    );
    INSERT INTO clusters (id, name) VALUES ('c0', 'Unsure');
    """,
    """
    CREATE TABLE hashes (digest TEXT PRIMARY KEY, hash BLOB NOT NULL) WITHOUT ROWID;  -- how a content looks
    """,
    """
    ALTER TABLE learned ADD COLUMN evidence BLOB;  -- what its pieces show, for the names of cuts
    """,
    """
    ALTER TABLE files ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;     -- that cost a decoder; see FileTable.unread
    ALTER TABLE files ADD COLUMN tried_at REAL NOT NULL DEFAULT 0;     -- seconds since 1970
    """,
    """
    ALTER TABLE edits ADD COLUMN label_values TEXT;  -- of the template that label is; NULL: it is filled in
    """,
    """
    CREATE TABLE kept_copies (file INTEGER PRIMARY KEY REFERENCES files(id));  -- whatever else looks the same
    """,
    """
    ALTER TABLE contents ADD COLUMN taken_precision TEXT NOT NULL DEFAULT 'second';
    ALTER TABLE contents ADD COLUMN taken_from TEXT NOT NULL DEFAULT 'exif';
    ALTER TABLE contents ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;           -- taken_at is when it was edited
    ALTER TABLE contents ADD COLUMN metadata_version INTEGER NOT NULL DEFAULT 0;  -- of the reader; FileTable.outdated
    UPDATE files SET problem = NULL WHERE digest IS NULL AND (      -- what is more of a picture now is tried once more
        problem LIKE 'is not a picture%' OR problem LIKE 'is damaged%' OR problem LIKE 'is cut off%'
    );
    """,
    """
    CREATE TABLE checks (name TEXT PRIMARY KEY, sum INTEGER NOT NULL) WITHOUT ROWID;  -- see safety/checksums.py
    """,
    """
    CREATE TABLE flags (                        -- of a review; a file without one is undecided
        file INTEGER PRIMARY KEY REFERENCES files(id),
        flag TEXT NOT NULL CHECK (flag IN ('keep', 'reject'))
    );
    """,
    """
    ALTER TABLE vectors ADD COLUMN checksum INTEGER;  -- CRC-32 of its bytes; NULL: it is of an earlier version
    """,
    """
    CREATE TABLE picture_classes (              -- see understanding/class_table.py
        digest TEXT PRIMARY KEY, backbone TEXT NOT NULL, top BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE texts (                        -- what is written in a content; see TextTable
        digest TEXT PRIMARY KEY, model TEXT NOT NULL, turn INTEGER NOT NULL,
        words TEXT NOT NULL, places BLOB NOT NULL, unread TEXT, problem TEXT
    );
    CREATE TABLE picture_kinds (                -- how likely each of KINDS is, float32
        digest TEXT PRIMARY KEY, model TEXT NOT NULL,
        evidence INTEGER NOT NULL,              -- what was known by then; see KindTable
        probabilities BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE revisions (part TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;  -- see RevisedTable
    ALTER TABLE contents ADD COLUMN made_by TEXT;  -- what its file says of a machine that has made it, JSON
    """,
    """
    CREATE TABLE faces (                        -- boxes in shares of the upright picture; see face_table.py
        id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL,
        x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL, score REAL NOT NULL,
        source TEXT NOT NULL CHECK (source IN ('found', 'drawn', 'file')),
        name TEXT,                              -- that the file gives the face
        doubtful INTEGER NOT NULL DEFAULT 0,    -- rather an animal's, or drawn
        code BLOB                               -- float16 (128,)
    );
    CREATE INDEX faces_digest ON faces(digest);
    CREATE TABLE faces_looked (digest TEXT PRIMARY KEY, model TEXT NOT NULL, problem TEXT) WITHOUT ROWID;
    CREATE TABLE face_persons (                 -- as it was grouped last
        face INTEGER PRIMARY KEY REFERENCES faces(id) ON DELETE CASCADE, person INTEGER NOT NULL
    );
    CREATE INDEX face_persons_person ON face_persons(person);
    CREATE TABLE persons (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, hidden INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE person_names (name TEXT PRIMARY KEY, person INTEGER NOT NULL) WITHOUT ROWID;  -- whom files call so
    CREATE TABLE face_words (                   -- what the user said, whatever faces are found there later
        digest TEXT NOT NULL, x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
        word TEXT NOT NULL CHECK (word IN ('is', 'not', 'stranger', 'no face', 'drawn')),
        person INTEGER NOT NULL DEFAULT 0,      -- of 'is' and 'not'
        PRIMARY KEY (digest, x, y, width, height, word, person)
    ) WITHOUT ROWID;
    ALTER TABLE files ADD COLUMN formerly TEXT;  -- the content of an edited file while the new one is not read
    CREATE INDEX files_formerly ON files(formerly) WHERE formerly IS NOT NULL;
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the catalog to the newest schema, one transaction a step, a new file in one; a newer is refused, untouched.

    To sync a new file thirty times takes longer than all else that opening a library, and backing it up, has to do.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise UserError("This library was made by a newer Photoloom: install that version to open it.")
    ends = range(version + 1, len(MIGRATIONS) + 1) if version else [len(MIGRATIONS)]
    for start, end in zip([version, *ends], ends, strict=False):
        steps = "".join(MIGRATIONS[start:end])
        connection.executescript(f"BEGIN IMMEDIATE; {steps} PRAGMA user_version = {end}; COMMIT;")
