import { createApp } from './app.ts';
import { AuditService } from './audit/audit.service.ts';
import { verifiedInWords } from './audit/verified-in-words.ts';
import { readSettings } from './config/settings.ts';

/** Says whether the audit trail still fits its seals; ends with 1 where it does not. */
const app = await createApp({ ...readSettings(process.env), LOG_LEVEL: 'warn' });
const verified = await app.get(AuditService, { strict: false }).verify();
await app.close();
process.stdout.write(`${verifiedInWords(verified)}\n`);
process.exitCode = verified.broken === null ? 0 : 1;
