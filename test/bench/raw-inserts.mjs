/** Run as a program: raw node:http that inserts two rows for each request, on the disk before it is answered. */
import { createServer } from 'node:http';
import Sqlite from 'better-sqlite3';

const connection = new Sqlite(process.argv[2]);
connection.pragma('journal_mode = WAL');
connection.pragma('synchronous = FULL');
connection.exec(`
  CREATE TABLE one (id TEXT PRIMARY KEY, eventId TEXT, phone TEXT, body TEXT);
  CREATE INDEX one_event ON one (eventId, id);
  CREATE TABLE other (id TEXT PRIMARY KEY, oneId TEXT, number INTEGER, name TEXT);
  CREATE INDEX other_one ON other (oneId, number);
`);
const one = connection.prepare('INSERT INTO one VALUES (?, ?, ?, ?)');
const other = connection.prepare('INSERT INTO other VALUES (?, ?, ?, ?)');
let number = 0;
const keep = connection.transaction(({ id, eventId, phone, people }, body) => {
  one.run(id, eventId, phone, body);
  for (const person of people) other.run(person.id, id, (number += 1), person.name);
});

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    keep(JSON.parse(body), body);
    const reply = Buffer.from(body);
    response.writeHead(201, { 'content-type': 'application/json; charset=utf-8', 'content-length': reply.length });
    response.end(reply);
  });
});
server.keepAliveTimeout = 5_000;
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
process.once('SIGTERM', () => process.exit(0));
