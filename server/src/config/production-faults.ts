/** What production lets nobody do without, and why. */
const NEEDED = {
  SECRET_KEY: '加密手机号、签名链接的密钥',
  SITE_OWNER: '主办单位',
  COUNTY_NAME: '县名',
  PUBLIC_ORIGIN: '大家访问的网址',
} as const;

/** Fewer different bytes than this are no key that was drawn: of 32 drawn ones some 30 differ. */
const LEAST_DIFFERENT = 16;
const OWN_NETWORK = /^http:[/][/](?:localhost|127[.]|10[.]|192[.]168[.]|172[.](?:1[6-9]|2\d|3[01])[.]|\[::1\])/;

type Given = Partial<
  Record<'SECRET_KEY' | 'PUBLIC_ORIGIN' | 'NOW' | 'TICK_SECRET' | 'METRICS_TOKEN', string | undefined>
>;

/** Everything that keeps production from starting on these settings, each with the way out. */
export function productionFaults(given: Given & Record<string, unknown>): string[] {
  const faults = Object.entries(NEEDED)
    .filter(([name]) => !given[name])
    .map(([name, what]) => `缺少 ${name}（${what}）`);
  const { SECRET_KEY, PUBLIC_ORIGIN, NOW } = given;
  if (SECRET_KEY && new Set(Buffer.from(SECRET_KEY, 'base64')).size < LEAST_DIFFERENT)
    faults.push('SECRET_KEY 不是随机生成的，谁都猜得到，请重新生成');
  if (PUBLIC_ORIGIN?.includes('example.'))
    faults.push(`PUBLIC_ORIGIN 还是说明里的例子 ${PUBLIC_ORIGIN}，请改成本县的网址`);
  if (PUBLIC_ORIGIN?.startsWith('http:') && !OWN_NETWORK.test(PUBLIC_ORIGIN))
    faults.push('PUBLIC_ORIGIN 要用 https，否则密码和手机号在路上谁都看得见；只有内网地址可以用 http');
  for (const name of ['TICK_SECRET', 'METRICS_TOKEN'] as const) {
    const secret = given[name];
    if (secret && (secret === SECRET_KEY || new Set(secret).size < LEAST_DIFFERENT / 2))
      faults.push(`${name} 太容易猜，或与 SECRET_KEY 相同，请另外随机生成`);
  }
  if (NOW) faults.push('NOW 只在演示模式里设定时间，请去掉');
  return faults;
}
