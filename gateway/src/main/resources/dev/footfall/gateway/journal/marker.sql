-- What happened on some days and may explain their figures: a promotion, works in the street. Days are epoch days, both included.
CREATE TABLE marker (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT;
