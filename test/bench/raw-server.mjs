/**
 * Run as a program: raw node:http, the limit. It answers either with given bytes, or by running the recorded
 * statements, prepared, on its own copy of the database, as durably as the server does.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Sqlite from 'better-sqlite3';

const { bytes, headers, database, recording } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const server = createServer(recording ? byStatements() : withBytes());
server.keepAliveTimeout = 5_000;
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
process.once('SIGTERM', () => process.exit(0));

function withBytes() {
  const body = Buffer.from(bytes, 'base64');
  return (_request, response) => {
    response.writeHead(200, { ...headers, 'content-length': body.length });
    response.end(body);
  };
}

function byStatements() {
  const connection = new Sqlite(database);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  const statements = recording.statements.map(({ sql, params }) => ({ statement: connection.prepare(sql), params }));
  const isWrite = recording.method === 'POST';

  const answer = (body, response) => {
    const each = { 'id of the request': body?.id, instant: new Date().toISOString() };
    for (const { statement, params } of statements) {
      const values = params.map((one) => valueOf(one, each));
      if (statement.reader) statement.all(...values);
      else statement.run(...values);
    }
    const reply = isWrite ? { ...recording.reply, id: body.id, filedAt: each.instant } : recording.reply;
    const text = Buffer.from(JSON.stringify(reply));
    response.writeHead(isWrite ? 201 : 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': text.length,
    });
    response.end(text);
  };

  return (request, response) => {
    if (!isWrite) return answer(undefined, response);
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => answer(JSON.parse(Buffer.concat(chunks).toString()), response));
  };
}

function valueOf(one, each) {
  if (one.each === undefined) return one.always;
  return one.each === 'new id' ? randomUUID() : each[one.each];
}
