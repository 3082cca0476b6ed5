-- Why, by code and what stands in the sentence: the JSON array of the API. Null where only the English is known.
ALTER TABLE measurement ADD COLUMN reasons TEXT;
ALTER TABLE alert ADD COLUMN reasons TEXT;
