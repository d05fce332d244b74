-- compatible: yes
-- A restore that was killed after its last step was told, when it was asked again, that the database is not empty. Now the
-- database remembers which backup it was restored from, and whoever asks again is told that the restore is complete.

CREATE TABLE restored_from (
  backup text COLLATE "C" PRIMARY KEY CHECK (backup ~ '^[0-9a-f]{32}$'),
  restored_at timestamptz NOT NULL
);
COMMENT ON TABLE restored_from IS 'reference: the backup that this database was restored from; not in backups';
