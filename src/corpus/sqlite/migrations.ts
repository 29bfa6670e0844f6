import type { DatabaseSync } from 'node:sqlite'
import { HearsayError } from '../../model/error.ts'

/** Marks a SQLite file as a corpus: "HSAY". */
export const APPLICATION_ID = 0x48534159

/** What leads from one version of the schema to the next; the first from an empty file. Never changed once released. */
export const migrations: readonly string[] = [
  `
  create table publication (
    seq integer primary key autoincrement,
    id text not null unique,
    key text, url text, publisher text, published_at text, seen_at text, title text,
    input text not null, language text not null,
    words integer not null default 0,
    state text not null default 'waiting',
    error_code text, error_message text
  ) strict;
  create index publication_key on publication (key) where key is not null;
  create index publication_publisher on publication (publisher);
  create index publication_state on publication (state, seq) where state <> 'traced';

  create table content (seq integer primary key, title text not null, text text not null, document text not null) strict;
  create virtual table content_index using fts5 (title, text, content='content', content_rowid='seq', tokenize="porter unicode61 remove_diacritics 2");
  create trigger content_added after insert on content begin
    insert into content_index (rowid, title, text) values (new.seq, new.title, new.text);
  end;
  create trigger content_removed after delete on content begin
    insert into content_index (content_index, rowid, title, text) values ('delete', old.seq, old.title, old.text);
  end;

  create table trace (seq integer primary key, model text not null, body blob not null) strict;
  create index trace_model on trace (model);

  create table sketch (seq integer primary key, keys blob not null, compared integer not null default 0) strict;
  create index sketch_uncompared on sketch (seq) where compared <> 1;
  create table posting (key integer not null, seq integer not null, primary key (key, seq)) strict, without rowid;

  create table reuse (
    a integer not null, b integer not null,
    containment real not null, sharing text not null, direction text not null, body text not null,
    primary key (b, a)
  ) strict, without rowid;
  create index reuse_a on reuse (a, b);

  create table job (seq integer primary key, attempts integer not null default 0, owner text, until integer) strict;
  create index job_owner on job (owner) where owner is not null;

  create table failed_input (input text not null, key text not null, code text not null, message text not null, primary key (input, key)) strict;
  `,
  `
  alter table sketch add column indexed integer not null default 0;
  update sketch set indexed = 1 where compared > 0;
  create index sketch_recent on sketch (seq) where compared > 0 and indexed = 0;
  `,
  `
  create table tally (
    seq integer primary key, original text,
    claims_named integer not null, claims_unnamed integer not null, claims_anonymous integer not null, claims_unspecified integer not null,
    words_named integer not null, words_unnamed integer not null, words_anonymous integer not null, words_unspecified integer not null,
    kinds_person integer not null, kinds_group integer not null, kinds_organization integer not null, kinds_outlet integer not null, kinds_document integer not null, kinds_unknown integer not null
  ) strict;
  `,
]

const readNumber = (database: DatabaseSync, pragma: string): number => {
  const row = database.prepare(`pragma ${pragma}`).get() as Record<string, number>
  return Object.values(row)[0]
}

/** The version of the schema in a file, 0 for an empty one. Throws where the file is another program's. */
export const readVersion = (database: DatabaseSync, path: string): number => {
  const tables = Number((database.prepare('select count(*) as n from sqlite_schema').get() as { n: number }).n)
  const version = readNumber(database, 'user_version')
  if (readNumber(database, 'application_id') === APPLICATION_ID) return version
  if (tables === 0 && version === 0) return 0
  throw new HearsayError(
    'corpus-invalid',
    `corpus ${JSON.stringify(path)}: it is another program's database; name another file after --corpus`,
  )
}

/** Brings a file to the newest version of the schema, in one transaction; throws where it is newer still. */
export const migrate = (database: DatabaseSync, path: string, steps: readonly string[] = migrations): void => {
  const check = (): number => {
    const version = readVersion(database, path)
    if (version > steps.length) {
      const message = `corpus ${JSON.stringify(path)}: its schema has version ${version}, this hearsay knows ${steps.length}; install a newer hearsay`
      throw new HearsayError('corpus-newer', message)
    }
    return version
  }
  if (check() === steps.length) return
  database.exec('begin immediate')
  try {
    for (const step of steps.slice(check())) database.exec(step)
    database.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${steps.length}; commit`)
  } catch (error) {
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}
