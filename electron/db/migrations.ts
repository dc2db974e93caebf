/**
 * The schema as its ordered history. A migration that has been in anybody's hands is never changed: the
 * next step is added at the end. The number of migrations is the version of the file.
 */

/** "BCT1" in the file's header says whose file it is. */
export const APPLICATION_ID = 0x42435431

/** Rows, columns and cells of every report, and the workbooks they came from. */
const reports = `
CREATE TABLE workbook (
  hash  TEXT NOT NULL PRIMARY KEY,  -- SHA-256 of the bytes
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE report (
  id           TEXT NOT NULL PRIMARY KEY,
  title        TEXT NOT NULL,
  subtitle     TEXT NOT NULL,
  period_kind  TEXT NOT NULL,
  period_index INTEGER,
  period_year  INTEGER,
  period_from  INTEGER,
  period_to    INTEGER,
  office       TEXT NOT NULL,
  letterhead   TEXT NOT NULL,       -- JSON
  signature    TEXT NOT NULL,       -- JSON
  state        TEXT NOT NULL CHECK (state IN ('draft', 'locked', 'sent')),
  sample       INTEGER,
  source_file  TEXT,
  source_hash  TEXT REFERENCES workbook (hash),
  source_sheet TEXT,
  source_range TEXT,
  updated_at   TEXT NOT NULL
) STRICT;

CREATE TABLE report_column (
  id           TEXT NOT NULL PRIMARY KEY,
  report       TEXT NOT NULL REFERENCES report (id),
  tag          TEXT NOT NULL,
  sort_order   TEXT NOT NULL,
  role         TEXT NOT NULL,
  header       TEXT NOT NULL,       -- JSON
  letter       TEXT,
  compared_of  TEXT,
  compared_to  TEXT,
  without_plan INTEGER,
  assigned_by  TEXT,
  year         INTEGER,
  added        INTEGER,
  hidden       INTEGER,
  width        REAL
) STRICT;
CREATE INDEX report_column_by_report ON report_column (report, sort_order);

CREATE TABLE report_row (
  id           TEXT NOT NULL PRIMARY KEY,
  report       TEXT NOT NULL REFERENCES report (id),
  tag          TEXT NOT NULL,
  sort_order   TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('section', 'indicator', 'item', 'total')),
  level        INTEGER NOT NULL,
  mark         TEXT,
  ordinal      TEXT NOT NULL,
  name         TEXT NOT NULL,
  unit         TEXT NOT NULL,
  hidden       INTEGER,
  note         TEXT,
  indicator    TEXT NOT NULL,
  source_sheet TEXT,
  source_row   INTEGER
) STRICT;
CREATE INDEX report_row_by_report ON report_row (report, sort_order);
CREATE INDEX report_row_by_indicator ON report_row (indicator);

-- Tags stay with their row or column for good, also after it is deleted.
CREATE TABLE tag (
  report  TEXT NOT NULL,
  tag     TEXT NOT NULL,
  subject TEXT NOT NULL,
  PRIMARY KEY (report, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE cell (
  row_id    TEXT NOT NULL REFERENCES report_row (id) DEFERRABLE INITIALLY DEFERRED,
  column_id TEXT NOT NULL REFERENCES report_column (id) DEFERRABLE INITIALLY DEFERRED,
  text      TEXT NOT NULL,
  op        TEXT,                   -- null where the text is not understood
  value     TEXT,
  low       TEXT,
  high      TEXT,
  part      TEXT,
  whole     TEXT,
  sense     TEXT,
  unit      TEXT,
  flags     TEXT,                   -- JSON
  as_of     TEXT,
  kind      TEXT,
  source    TEXT,
  note      TEXT,
  PRIMARY KEY (row_id, column_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX cell_by_column ON cell (column_id);

CREATE TABLE stated (
  row_id    TEXT NOT NULL REFERENCES report_row (id) DEFERRABLE INITIALLY DEFERRED,
  column_id TEXT NOT NULL REFERENCES report_column (id) DEFERRABLE INITIALLY DEFERRED,
  text      TEXT NOT NULL,
  basis     TEXT NOT NULL,
  flag      TEXT,
  PRIMARY KEY (row_id, column_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stated_by_column ON stated (column_id);

CREATE TABLE override (
  row_id    TEXT NOT NULL REFERENCES report_row (id) DEFERRABLE INITIALLY DEFERRED,
  column_id TEXT NOT NULL REFERENCES report_column (id) DEFERRABLE INITIALLY DEFERRED,
  text      TEXT NOT NULL,
  reason    TEXT NOT NULL,
  PRIMARY KEY (row_id, column_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX override_by_column ON override (column_id);
`

/** Every change ever made. Nothing here is updated or deleted; a trigger sees to it. */
const journal = `
CREATE TABLE change (
  number       INTEGER NOT NULL PRIMARY KEY,  -- in order of time
  id           TEXT NOT NULL UNIQUE,
  at           TEXT NOT NULL,
  author       TEXT NOT NULL,
  label_key    TEXT NOT NULL,
  label_params TEXT NOT NULL,                 -- JSON
  kind         TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  reverses     TEXT REFERENCES change (id)
) STRICT;

-- No reference to report: the journal outlives what it tells of.
CREATE TABLE change_report (
  report TEXT NOT NULL,
  change INTEGER NOT NULL REFERENCES change (number),
  PRIMARY KEY (report, change)
) STRICT, WITHOUT ROWID;

CREATE TABLE change_item (
  number     INTEGER NOT NULL PRIMARY KEY,
  change     INTEGER NOT NULL REFERENCES change (number),
  report     TEXT NOT NULL,
  subject    TEXT NOT NULL CHECK (subject IN ('properties', 'column', 'row')),
  subject_id TEXT NOT NULL,
  before     TEXT,                            -- JSON; null where it did not exist
  after      TEXT
) STRICT;
CREATE INDEX change_item_by_change ON change_item (change);
CREATE INDEX change_item_by_subject ON change_item (subject_id, change);

CREATE TRIGGER change_kept BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER change_fixed BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER change_item_kept BEFORE DELETE ON change_item BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER change_item_fixed BEFORE UPDATE ON change_item BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
`

/** How reports rate, how columns compare, how rows follow their parts; readings, adjusted plans, findings let stand. */
const figures = `
ALTER TABLE report ADD COLUMN policy TEXT;              -- JSON
ALTER TABLE report ADD COLUMN set_aside TEXT;           -- JSON

ALTER TABLE report_column ADD COLUMN term INTEGER;
ALTER TABLE report_column ADD COLUMN counts TEXT;
ALTER TABLE report_column ADD COLUMN digits INTEGER;
ALTER TABLE report_column ADD COLUMN steps INTEGER;

ALTER TABLE report_row ADD COLUMN direction TEXT;
ALTER TABLE report_row ADD COLUMN year_end_only INTEGER;
ALTER TABLE report_row ADD COLUMN roll_up TEXT;
ALTER TABLE report_row ADD COLUMN set_aside TEXT;       -- JSON

ALTER TABLE cell ADD COLUMN footnote TEXT;
ALTER TABLE cell ADD COLUMN chosen INTEGER;
ALTER TABLE cell ADD COLUMN rolled_up INTEGER;
ALTER TABLE cell ADD COLUMN plan_values TEXT;           -- JSON

ALTER TABLE stated ADD COLUMN replaced INTEGER;
ALTER TABLE override ADD COLUMN basis TEXT;
`

/** What was turned into Unicode when the report was imported. */
const conversions = `
ALTER TABLE report ADD COLUMN source_conversions TEXT;  -- JSON; null for nothing
`

/** Remembered templates: what a person corrected when a table like it was imported. */
const profiles = `
CREATE TABLE profile (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  content    TEXT NOT NULL,         -- JSON
  updated_at TEXT NOT NULL
) STRICT;
`

export const MIGRATIONS: readonly string[] = [reports, journal, figures, conversions, profiles]
