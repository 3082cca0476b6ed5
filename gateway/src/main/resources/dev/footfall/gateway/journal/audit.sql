-- Counts by hand, and what the sensors told of the same time. The id is the counting page's: sent twice it is kept once.
CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  scope TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  counted_in INTEGER NOT NULL,
  counted_out INTEGER NOT NULL,
  owner TEXT NOT NULL,
  note TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  sensor_in REAL,
  sensor_out REAL,
  settled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_by_time ON audit (start);
