-- Why a payload was refused, as a word that does not depend on a language.
ALTER TABLE refused ADD COLUMN code TEXT NOT NULL DEFAULT '';
