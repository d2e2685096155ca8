/** Rows and runs as they lie on a keyboard or in an alphabet; forwards and backwards, a password of nothing else is none. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  '一二三四五六七八九十',
].flatMap((run) => [run, [...run].reverse().join('')]);

/** Words by which most lists of guesses begin; digits and signs around one of them add little. */
const WORDS = ['password', 'passw0rd', 'admin', 'administrator', 'root', 'letmein', 'welcome', 'iloveyou', 'woaini'];
const MORE_WORDS = [
  'qwerty',
  'abc',
  'test',
  'user',
  'guest',
  'system',
  'zhengwu',
  'gongkai',
  '密码',
  '管理员',
  '政务公开',
];

/** Signs that are left of it once what anybody tries first is taken away. */
const LEAST_OWN_SIGNS = 4;

/** Whether a password is among those tried first: a run, a short piece over and over, or a common word with digits. */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < LEAST_OWN_SIGNS) return true;
  if (/^(.{1,4}?)\1+.{0,3}$/u.test(plain)) return true;
  if (RUNS.some((run) => run.includes(plain))) return true;
  const rest = [...WORDS, ...MORE_WORDS].reduce((left, word) => left.split(word).join(''), plain);
  // Digits alone are days of birth and phone numbers.
  return new Set(rest.replace(/\d/g, '')).size < LEAST_OWN_SIGNS;
}
