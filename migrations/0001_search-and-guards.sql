-- Distinct folded names, searched by fragment: a trigram index over some ten thousand names instead of a million accounts.
CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE names_fts USING fts5(name, content='names', content_rowid='id', tokenize='trigram');
--> statement-breakpoint
CREATE TRIGGER names_indexed AFTER INSERT ON names BEGIN
  INSERT INTO names_fts(rowid, name) VALUES (new.id, new.name);
END;
--> statement-breakpoint
CREATE TRIGGER audit_log_keeps_entries BEFORE DELETE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit entries are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER audit_log_keeps_words BEFORE UPDATE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'audit entries are never changed');
END;
