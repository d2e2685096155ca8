/** `石**`: for whoever holds a request's number and nothing more. */
export function maskedName(name: string): string {
  const [first = ''] = name;
  return first + '*'.repeat(Math.max(1, [...name].length - 1));
}
