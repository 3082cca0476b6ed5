-- The gateway's one file. Times are UTC epoch milliseconds, days are epoch days of the business date.
-- PRAGMA user_version = 1

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Observations, packed by commit and business day; the format is that of BlockWriter.
CREATE TABLE block (
  seq INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  observations INTEGER NOT NULL,
  data BLOB NOT NULL
) STRICT;
CREATE INDEX block_by_day ON block (day, seq);

-- The latest revision of every measurement; open = 1 while its window is running and nothing was published yet.
CREATE TABLE measurement (
  metric TEXT NOT NULL,
  scope TEXT NOT NULL,
  grain TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  completeness REAL NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  basis TEXT NOT NULL,
  revision INTEGER NOT NULL,
  open INTEGER NOT NULL,
  PRIMARY KEY (start, grain, metric, scope)
) STRICT, WITHOUT ROWID;

-- Published rows that a later revision replaced.
CREATE TABLE superseded (
  metric TEXT NOT NULL,
  scope TEXT NOT NULL,
  grain TEXT NOT NULL,
  start INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  value REAL,
  state TEXT NOT NULL,
  replaced_at INTEGER NOT NULL,
  PRIMARY KEY (start, grain, metric, scope, revision)
) STRICT, WITHOUT ROWID;

-- Rows for head office, dense per epoch; kept until every relay target has them.
CREATE TABLE outbox (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  row BLOB NOT NULL,
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE relay_cursor (
  target TEXT PRIMARY KEY,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What became of every message: received = the sum over all other fates, per source and minute.
CREATE TABLE ledger (
  minute INTEGER NOT NULL,
  source TEXT NOT NULL,
  sensor TEXT NOT NULL,
  fate TEXT NOT NULL,
  reason TEXT NOT NULL,
  messages INTEGER NOT NULL,
  PRIMARY KEY (minute, source, sensor, fate, reason)
) STRICT, WITHOUT ROWID;

-- The newest refused payloads, pseudonymised and cut to size.
CREATE TABLE refused (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  sensor TEXT NOT NULL,
  address TEXT NOT NULL,
  reason TEXT NOT NULL,
  payload TEXT NOT NULL
) STRICT;

-- Sums of closed days, from which counting errors are learned.
CREATE TABLE day_total (
  day INTEGER NOT NULL,
  entrance TEXT NOT NULL,
  ins REAL NOT NULL,
  outs REAL NOT NULL,
  completeness REAL NOT NULL,
  PRIMARY KEY (day, entrance)
) STRICT, WITHOUT ROWID;
