/** Run as a program: so many people sign up at once by 64 connections; prints how many were answered in a second. */
import { Agent, request } from 'node:http';
import { v7 as newId } from 'uuid';

const CONNECTIONS = 64;
const [, , url, people, shared] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const common = JSON.parse(shared);

let next = 0;
const began = performance.now();
await Promise.all(Array.from({ length: CONNECTIONS }, client));
agent.destroy();
process.stdout.write(String(Number(people) / ((performance.now() - began) / 1000)));

async function client() {
  while (next < Number(people)) {
    const phone = `139${String((next += 1)).padStart(8, '0')}`;
    const status = await post(
      JSON.stringify({ ...common, id: newId(), people: [{ id: newId(), name: '石大娘' }], phone }),
    );
    if (status !== 201) throw new Error(`somebody was answered ${status}`);
  }
}

function post(body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (reply) => {
      reply.resume().once('end', () => resolve(reply.statusCode));
    });
    sent.once('error', reject).end(body);
  });
}
