-- Templates and their immutable versions; what cities have published, and the values others may compare.
CREATE TABLE templates (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  summary TEXT NOT NULL,
  summary_en TEXT NOT NULL,
  owner_id TEXT REFERENCES organisations (id),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE template_versions (
  template_id TEXT NOT NULL REFERENCES templates (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  digest TEXT NOT NULL CHECK (digest GLOB 'sha256:*'),
  body TEXT NOT NULL CHECK (json_valid(body)),
  notes TEXT NOT NULL DEFAULT '',
  published_at INTEGER NOT NULL,
  PRIMARY KEY (template_id, version)
) STRICT;

CREATE TRIGGER template_versions_are_immutable BEFORE UPDATE ON template_versions
BEGIN SELECT RAISE(ABORT, 'template versions are immutable'); END;
CREATE TRIGGER template_versions_are_kept BEFORE DELETE ON template_versions
BEGIN SELECT RAISE(ABORT, 'template versions are kept'); END;

-- One row per published evaluation. payload is what a comparison needs to know of it, the text the public reads is in publication_parts; outbox_id makes the relay idempotent.
CREATE TABLE publications (
  id TEXT PRIMARY KEY,
  outbox_id TEXT NOT NULL UNIQUE,
  city_id TEXT NOT NULL REFERENCES organisations (id),
  evaluation_id TEXT NOT NULL,
  title TEXT NOT NULL,
  framework_name TEXT NOT NULL,
  framework_version INTEGER NOT NULL,
  template_id TEXT,
  template_version INTEGER,
  first_period TEXT NOT NULL,
  last_period TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (digest GLOB 'sha256:*'),
  headline_score REAL,
  headline_index_key TEXT NOT NULL,
  headline_index REAL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  published_at INTEGER NOT NULL,
  UNIQUE (city_id, evaluation_id)
) STRICT;
CREATE INDEX publications_by_city ON publications (city_id, published_at);
CREATE INDEX publications_by_time ON publications (published_at, id);

CREATE TRIGGER publications_are_immutable BEFORE UPDATE ON publications
BEGIN SELECT RAISE(ABORT, 'publications are immutable'); END;

-- City-level values that left a region: published by the city, or shared under a consent.
CREATE TABLE exchange_values (
  publication_id TEXT NOT NULL REFERENCES publications (id),
  period TEXT NOT NULL,
  node TEXT NOT NULL,
  measure TEXT NOT NULL,
  city_id TEXT NOT NULL REFERENCES organisations (id),
  basis TEXT NOT NULL CHECK (basis IN ('published', 'consent')),
  value REAL,
  reason TEXT,
  PRIMARY KEY (publication_id, period, node, measure),
  CHECK (value IS NOT NULL OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_values_by_node ON exchange_values (node, measure, period, city_id);
