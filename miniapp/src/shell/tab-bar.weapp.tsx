/** WeChat draws its own bar, from app.config. */
export function TabBar(_props: { path: string }) {
  return null;
}
