import { randomBytes } from 'node:crypto';

const EARLY_MS = 300_000;
const LIFE_MS = 7_200_000;

interface Token {
  text: string;
  endsAt: number;
}

/** Access tokens as `stable_token` gives them: the same one until five minutes before its end, then both are good. */
export class Tokens {
  private given: Token[] = [];
  /** How often a token was asked for. */
  asked = 0;

  constructor(
    private readonly now: () => number,
    private readonly lifeMs = LIFE_MS,
  ) {}

  give(isForced: boolean): { access_token: string; expires_in: number } {
    this.asked += 1;
    const now = this.now();
    let current = this.given.at(-1);
    if (isForced && current) current.endsAt = Math.min(current.endsAt, now + EARLY_MS);
    if (!current || isForced || current.endsAt - now <= EARLY_MS) {
      current = { text: randomBytes(64).toString('base64url'), endsAt: now + this.lifeMs };
      this.given.push(current);
    }
    return { access_token: current.text, expires_in: Math.floor((current.endsAt - now) / 1000) };
  }

  /** WeChat's number for what is wrong with a token; undefined where nothing is. */
  faultOf(text: string): number | undefined {
    const token = this.given.find((one) => one.text === text);
    if (!token) return 40001;
    return token.endsAt <= this.now() ? 42001 : undefined;
  }

  /** As when the secret was changed in the console: none that was given is good any more. */
  forget(): void {
    this.given = [];
  }
}
