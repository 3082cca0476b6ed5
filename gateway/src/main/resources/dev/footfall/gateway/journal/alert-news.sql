-- What of an exception is worth telling: that it was raised, that it is over. Each once, in the order of finding.
CREATE TABLE alert_news (
  seq INTEGER PRIMARY KEY,
  alert TEXT NOT NULL,
  event TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  UNIQUE (alert, event)
) STRICT;
-- What an earlier version found is no news.
INSERT INTO alert_news (alert, event, recorded_at) SELECT id, 'raised', raised_at FROM alert ORDER BY raised_at, id;
INSERT INTO alert_news (alert, event, recorded_at)
  SELECT id, 'ended', raised_at FROM alert WHERE open=0 ORDER BY raised_at, id;
-- The last news that a webhook has taken.
CREATE TABLE webhook_cursor (
  target TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
