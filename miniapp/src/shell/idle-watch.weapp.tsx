/** WeChat sessions last and renew by themselves. */
export function IdleWatch() {
  return null;
}
