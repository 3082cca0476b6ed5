-- People who consented to be known again. Days are epoch days; bit i of before is set if they also came i days before the newest.
CREATE TABLE member (
  pseudonym INTEGER PRIMARY KEY,
  newest INTEGER NOT NULL,
  before INTEGER NOT NULL
) STRICT;
