/** WeChat's own generator answers only later; ids are unguessable enough by the server's rules, they need only differ. */
export function randomBytes(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => Math.floor(Math.random() * 256));
}
