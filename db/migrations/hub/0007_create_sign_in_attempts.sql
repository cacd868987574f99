-- Wrong sign-ins by whom they are counted for (kind: device, pair, address, account), under hashes: no address and no unknown e-mail is kept.
CREATE TABLE sign_in_attempts (
  subject TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  failures INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_attempts_by_age ON sign_in_attempts (last_at);

-- Browsers a person has signed in with before: they do not wait for what strangers tried.
CREATE TABLE known_devices (
  token_hash TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  PRIMARY KEY (token_hash, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_devices_by_age ON known_devices (last_used_at);
