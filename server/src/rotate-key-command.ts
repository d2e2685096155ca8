import { createApp } from './app.ts';
import { AuditService } from './audit/audit.service.ts';
import { Clock } from './clock/clock.ts';
import { readSettings } from './config/settings.ts';
import { endWith } from './config/start-refused.ts';
import { bucketFolder } from './files/bucket-folder.ts';
import { Database } from './database/database.ts';
import { rotateKeys } from './key-rotation.ts';
import { openUses, rotatedInWords } from './key-rotation-words.ts';

/** Rewrites what earlier keys have sealed; ends with 1 while anything is left under one of them. */
async function rotateKey(): Promise<void> {
  const settings = readSettings(process.env);
  const app = await createApp({ ...settings, LOG_LEVEL: 'warn' });
  const database = app.get(Database);
  const say = (words: string) => process.stdout.write(`${words}\n`);
  const rotation = await rotateKeys(database, settings, ({ table, done, of }) => say(`${table}：${done} / ${of}`));
  await database.work((db) =>
    app.get(AuditService, { strict: false }).record(db, null, {
      action: 'rotateKey',
      subjectKind: 'settings',
      subjectId: null,
      detail: `${rotation.rewritten} 行`,
    }),
  );
  say(rotatedInWords(rotation, await openUses(database, settings, app.get(Clock).now())));
  if (settings.S3_BUCKET && !settings.S3_FOLDER && settings.SECRET_KEYS_BEFORE.length) {
    const folder = bucketFolder(settings);
    say(`照片和附件在桶里的 ${folder}。去掉 SECRET_KEYS_BEFORE 时，请同时设 S3_FOLDER=${folder}，不然找不到它们`);
  }
  await app.close();
  process.exitCode = rotation.left ? 1 : 0;
}

await rotateKey().catch(endWith);
