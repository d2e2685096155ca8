import { fileURLToPath } from 'node:url';
import { runLoad } from './cores.mjs';

const CONNECTIONS = 32;
const FILE_REPORTS = fileURLToPath(new URL('./file-reports.lua', import.meta.url));

/** Requests a second at an address; an answer that is no success, or an error of the line, spoils the run. */
export async function requestsPerSecond(url, { token, report, script, headers = {}, seconds }) {
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '--timeout', '10s'];
  if (token) args.push('-H', `Authorization: Bearer ${token}`);
  for (const [name, value] of Object.entries(headers)) args.push('-H', `${name}: ${value}`);
  if (report) args.push('-s', FILE_REPORTS);
  if (script) args.push('-s', script.file);
  args.push(url);
  if (script) args.push('--', ...script.args);
  if (report) args.push('--', Date.now().toString(16).padStart(12, '0'), JSON.stringify({ ...report, id: 'ID' }));
  const output = await runLoad('wrk', args);
  if (/Non-2xx|Socket errors/.test(output)) throw new Error(`Not every request was served:\n${output}`);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1]),
    requests: Number(/(\d+) requests in/.exec(output)[1]),
  };
}
