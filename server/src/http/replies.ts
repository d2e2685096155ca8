/** The answer of a request that had been served before (the same id again): 200 instead of 201, nothing changed. */
export class Repeated<Reply> {
  constructor(readonly reply: Reply) {}
}

/** A reply of bytes. */
export class Download {
  constructor(
    readonly bytes: Buffer,
    readonly mediaType: string,
    /** As the person's device should name it; shown in place when absent. */
    readonly fileName?: string,
    /** Published, and the same for everybody: devices may keep it for a day. */
    readonly isPublic = false,
  ) {}
}
