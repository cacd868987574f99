-- Versions of one series replace each other: of a template, or of a city's own framework. A general result does not replace a joint one.
ALTER TABLE publications ADD COLUMN line TEXT GENERATED ALWAYS AS (json_extract(payload, '$.lineage')) VIRTUAL;
CREATE INDEX publications_by_line ON publications (city_id, line, published_at, id);
