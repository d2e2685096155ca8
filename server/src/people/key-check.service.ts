import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { StartRefused } from '../config/start-refused.ts';
import { Database } from '../database/database.ts';
import { insertNew } from '../database/insert-row.ts';
import { KeyChecks, People } from './people.tables.ts';
import { PhoneCipher } from './phone-cipher.service.ts';

const ID = 'personal-data';
const SEALED = '公开';

/**
 * Whether the key at hand is the one the county's personal data are sealed by: by another, names and phones could not be
 * opened, links in people's hands would end, and what is written from then on would be lost to the right one. Production
 * does not serve the invented county either.
 */
@Injectable()
export class KeyCheck implements OnModuleInit {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly cipher: PhoneCipher,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!this.settings.demo && (await this.database.read((db) => db.existsBy(People, { demoKey: Not(IsNull()) }))))
      throw new StartRefused(
        '这里是演示数据（虚构的县），正式模式不用它；请把 DATA_DIR（或 DATABASE_URL）换成空的，要看演示就在命令前加 MODE=demo',
      );
    const sealed = await this.somethingSealed();
    if (sealed !== undefined && !this.opens(sealed))
      throw new StartRefused(
        'SECRET_KEY 不是这些数据的密钥，姓名和电话会打不开；请用原来的密钥启动，正在换密钥的把它写进 SECRET_KEYS_BEFORE',
      );
    const row = { id: ID, sealed: this.cipher.encrypt(SEALED) };
    await this.database.work((db) => insertNew(db, KeyChecks, [row], this.database.kind));
  }

  /** The value kept for this, or of a county older than it, anybody's phone. */
  private somethingSealed(): Promise<string | undefined> {
    return this.database.read(async (db) => {
      const kept = await db.findOneBy(KeyChecks, { id: ID });
      if (kept) return kept.sealed;
      const person = await db.findOneBy(People, { phoneCipher: Not(IsNull()) });
      return person?.phoneCipher ?? undefined;
    });
  }

  private opens(sealed: string): boolean {
    try {
      this.cipher.decrypt(sealed);
      return true;
    } catch {
      return false;
    }
  }
}
