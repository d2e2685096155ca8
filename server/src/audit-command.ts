import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { createApp } from './app.ts';
import { checkedInWords, checkFile } from './audit/audit-file.ts';
import { AuditService } from './audit/audit.service.ts';
import { verifiedInWords } from './audit/verified-in-words.ts';
import { readSettings } from './config/settings.ts';
import { endWith, StartRefused } from './config/start-refused.ts';

/** Says whether the audit trail, or a downloaded file of it, still fits its seals; ends with 1 where it does not. */
async function checkAudit(file: string | undefined): Promise<void> {
  const { words, isWhole } = file === undefined ? await ofDatabase() : await ofFile(file);
  process.stdout.write(`${words}\n`);
  process.exitCode = isWhole ? 0 : 1;
}

async function ofDatabase() {
  const app = await createApp({ ...readSettings(process.env), LOG_LEVEL: 'warn' });
  const verified = await app.get(AuditService, { strict: false }).verify();
  await app.close();
  return { words: verifiedInWords(verified), isWhole: verified.broken === null };
}

async function ofFile(name: string) {
  const content = await text(createReadStream(name)).catch(() => {
    throw new StartRefused(`读不到文件 ${name}。请核对文件名，再运行一次。`);
  });
  const checked = checkFile(content);
  return { words: checkedInWords(checked), isWhole: checked.broken === null };
}

await checkAudit(process.argv[2]).catch(endWith);
