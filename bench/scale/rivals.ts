import { statSync } from 'node:fs';
import { medianMs, run } from './measure';

/** A row of the report: how long it took to build, and each question, in milliseconds; or why it was left out. */
export interface Row {
  readonly name: string;
  readonly buildMs?: number;
  readonly peakMb?: number;
  readonly storedMb?: number;
  /** One for each of the questions. */
  readonly ms?: readonly number[];
  readonly leftOut?: string;
}

/** ripgrep counts lines with all the words, in any order: no ranking, no fields, no typing errors. */
export function ripgrep(jsonl: string, questions: readonly string[], times: number): Row {
  const name = 'ripgrep';
  if (run('rg', ['--version']).code !== 0) return { name, leftOut: 'rg is not installed' };
  const ms = questions.map((question) => medianMs(times, () => run('rg', ['-ic', anyOrder(question), jsonl])));
  return { name, buildMs: 0, ms };
}

function anyOrder(question: string): string {
  const [first = '', second] = question.split(' ');
  return second === undefined ? first : `${first}.*${second}|${second}.*${first}`;
}

const TABLE =
  "CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, name, summary, topics, tokenize = 'porter unicode61')";
const ASK = (question: string): string =>
  `SELECT id FROM entries WHERE entries MATCH '${question}' ORDER BY rank LIMIT 10;`;

/** SQLite's full text, ranked: that of Node where it has one, else the sqlite3 program. */
export function fullText(jsonl: string, database: string, questions: readonly string[], times: number): Row {
  const engine = [nodeSqlite, sqliteProgram].find(({ isThere }) => isThere());
  if (!engine) return { name: 'SQLite FTS5', leftOut: 'neither node:sqlite nor a sqlite3 program with FTS5 is here' };
  const { name, build, ask } = engine;
  const built = build(jsonl, database);
  if (built.code !== 0) return { name, leftOut: built.err };
  const ms = questions.map((question) => medianMs(times, () => ask(database, question)));
  return { name, buildMs: built.ms, storedMb: statSync(database).size / 1e6, ms };
}

const IN_NODE = `
const { DatabaseSync } = require('node:sqlite');
const [path, jsonl, question] = process.argv.slice(1);
const database = new DatabaseSync(path);
if (question) { console.log(database.prepare(question).all().length); process.exit(); }
database.exec(${JSON.stringify(TABLE)});
database.exec('BEGIN');
const row = database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?)');
require('node:readline').createInterface({ input: require('node:fs').createReadStream(jsonl) })
  .on('line', (line) => {
    const { id, name, summary, topics } = JSON.parse(line);
    row.run(id, name, summary, topics.join(' '));
  })
  .on('close', () => database.exec('COMMIT'));
`;

const nodeSqlite = {
  name: 'SQLite FTS5 (node:sqlite)',
  isThere: () =>
    run(process.execPath, [
      ...['--no-warnings', '-e'],
      `new (require('node:sqlite').DatabaseSync)(':memory:').exec(${JSON.stringify(TABLE)})`,
    ]).code === 0,
  build: (jsonl: string, database: string) => run(process.execPath, ['--no-warnings', '-e', IN_NODE, database, jsonl]),
  ask: (database: string, question: string) =>
    run(process.execPath, ['--no-warnings', '-e', IN_NODE, database, '', ASK(question)]),
};

const sqliteProgram = {
  name: 'SQLite FTS5 (sqlite3)',
  isThere: () => run('sqlite3', [':memory:', TABLE]).code === 0,
  build: (jsonl: string, database: string) =>
    run('sqlite3', [
      database,
      'CREATE TEMP TABLE lines (line);',
      // No line of JSON has a tab in it: each is one cell.
      '.mode ascii',
      '.separator "\\t" "\\n"',
      `.import ${JSON.stringify(jsonl)} lines`,
      `${TABLE};`,
      "INSERT INTO entries SELECT line ->> 'id', line ->> 'name', line ->> 'summary', line ->> 'topics' FROM lines;",
    ]),
  ask: (database: string, question: string) => run('sqlite3', [database, ASK(question)]),
};
