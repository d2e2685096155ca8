import { create } from 'zustand';
import { systemTextScale } from '../platform/device';
import { onKeptElsewhere } from '../platform/other-tabs';
import { keep, readKept } from '../platform/storage';

export type TextSize = 'standard' | 'large' | 'largest';

export const TEXT_SIZE_LABELS = { standard: '标准', large: '大', largest: '特大' } as const satisfies Record<
  TextSize,
  string
>;

/** Age-friendly main text is 22 px; at its largest it passes 30 px (适老化 A1). */
const SCALES = { standard: 1, large: 1.15, largest: 1.4 } as const satisfies Record<TextSize, number>;

interface Display {
  /** 关怀模式: larger letters and targets, one column. */
  ageFriendly: boolean;
  textSize: TextSize;
}

const KEY = 'display';

/** WeChat draws its own bars light, so pages are dark on the web alone. */
const BY_SYSTEM = process.env.TARO_ENV === 'h5' ? 'theme-by-system' : '';

const chosen = (): Display => readKept<Display>(KEY) ?? { ageFriendly: false, textSize: textSizeOfSystem() };

export const useDisplay = create<Display>(chosen);
// Who has the site open twice sees it alike in both.
onKeptElsewhere(KEY, () => useDisplay.setState(chosen()));

export function setDisplay(change: Partial<Display>): void {
  useDisplay.setState(change);
  const { ageFriendly, textSize } = useDisplay.getState();
  keep(KEY, { ageFriendly, textSize });
}

/** Class and style for the outermost element of a page: WeChat's pages share none, so each page carries them. */
export function useTheme(): { className: string; style: Record<string, string> } {
  const { ageFriendly, textSize } = useDisplay();
  return {
    className: ['theme', BY_SYSTEM, ageFriendly ? 'theme-age-friendly' : ''].filter(Boolean).join(' '),
    style: { '--text-scale': String(SCALES[textSize]) },
  };
}

function textSizeOfSystem(): TextSize {
  const scale = systemTextScale();
  if (scale >= SCALES.largest) return 'largest';
  return scale >= SCALES.large ? 'large' : 'standard';
}
