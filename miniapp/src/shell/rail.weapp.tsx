/** WeChat is a phone's: its own bar at the foot leads about. */
export function Rail(_props: { path: string }) {
  return null;
}
