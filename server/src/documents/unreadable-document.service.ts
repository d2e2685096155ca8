/** A document that cannot be read; the message says in plain words why, and what to do. */
export class UnreadableDocument extends Error {}
