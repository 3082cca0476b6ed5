-- What a closed day taught about WiFi against the people present; the format is that of CalibrationDay.
CREATE TABLE calibration (
  day INTEGER PRIMARY KEY,
  data BLOB NOT NULL
) STRICT;
