import type { Bundle } from './bundle.ts';
import { runScript } from './run-script.ts';

interface Reckoned extends Array<number | string | Piece[] | undefined> {
  0: number;
  1?: number | string | Piece[];
}
type Piece = string | Reckoned;

/** The style sheets as WeChat's compiler left them: scripts that put rules together, widths in rpx still to be reckoned. */
export class Styles {
  private readonly shared: Record<string, Piece[]>;

  constructor(
    private readonly bundle: Pick<Bundle, 'styles' | 'sharedStyles'>,
    private readonly width: number,
  ) {
    const script = `var __COMMON_STYLESHEETS__ = {}; ${bundle.sharedStyles}; return __COMMON_STYLESHEETS__`;
    this.shared = runScript(script) as Record<string, Piece[]>;
  }

  /** Puts a sheet into the document; without one of that name, an empty one. */
  add(file: string): HTMLStyleElement {
    const style = document.createElement('style');
    style.textContent = this.rulesOf(file);
    document.head.append(style);
    return style;
  }

  private rulesOf(file: string): string {
    const script = this.bundle.styles[file];
    if (!script) return '';
    let rules = '';
    const setCssToHead = (pieces: Piece[]) => {
      rules = this.joined(pieces);
      return () => {};
    };
    runScript(`return ${script}`, { setCssToHead });
    // The compiler turns `page` into `body`; here several pages stand in one document.
    return rules.replace(/(^|[\s,}])body(?=[\s,{.:>#])/g, '$1.wx-page');
  }

  private joined(pieces: readonly Piece[]): string {
    return pieces.map((piece) => (typeof piece === 'string' ? piece : this.one(piece))).join('');
  }

  private one([kind, value]: Reckoned): string {
    if (kind === 0) return `${this.pixels(Number(value))}px`;
    if (kind === 1) return '';
    return this.joined(typeof value === 'string' ? (this.shared[value] ?? []) : (value as Piece[]));
  }

  /** WeChat's own rule: 750 rpx are the screen's width, rounded down, never to nothing. */
  private pixels(rpx: number): number {
    if (rpx === 0) return 0;
    return Math.floor((rpx / 750) * this.width + 1e-4) || 1;
  }
}
