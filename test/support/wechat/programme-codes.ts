/** The scene may hold these signs alone, and no more than 32 of them. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Draws small programme codes, or says by number why not: 40169 a bad scene, 41030 a page that is not there. */
export class ProgrammeCodes {
  /** Scenes and pages that were drawn, the oldest first. */
  readonly drawn: { scene: string; page: string }[] = [];
  /** Pages the published programme does not have. */
  readonly unknownPages = new Set<string>();

  draw({ scene, page }: { scene?: unknown; page?: unknown }): object {
    if (typeof scene !== 'string' || !SCENE.test(scene)) return { errcode: 40169, errmsg: 'invalid length for scene' };
    if (typeof page !== 'string' || page.startsWith('/') || this.unknownPages.has(page))
      return { errcode: 41030, errmsg: 'invalid page' };
    this.drawn.push({ scene, page });
    return PICTURE;
  }
}
