import type { AuditService } from './audit.service.ts';

/** What the operator reads of a check of the trail. */
export const verifiedInWords = ({ seals, broken }: Awaited<ReturnType<AuditService['verify']>>): string =>
  broken === null ? `操作日志完整：核对了 ${seals} 个封记` : `操作日志与第 ${broken} 个封记不符：这一段被改过或删过`;
