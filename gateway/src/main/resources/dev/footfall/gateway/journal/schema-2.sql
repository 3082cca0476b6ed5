-- Exceptions. Found again they keep their id and their acknowledgement. open = 1 until it is over.
CREATE TABLE alert (
  id TEXT PRIMARY KEY,
  metric TEXT NOT NULL,
  scope TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  kind TEXT NOT NULL,
  raised_at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  open INTEGER NOT NULL,
  acknowledged_at INTEGER,
  owner TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_by_time ON alert (raised_at, id);
CREATE INDEX alert_open ON alert (open, raised_at);
