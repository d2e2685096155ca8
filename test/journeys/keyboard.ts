import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

const MOST_STEPS = 150;

interface Focused {
  name: string;
  tag: string;
  role: string;
  isSeen: boolean;
  isMarked: boolean;
}

/** What the keyboard is on: its name as a screen reader says it, and whether an eye finds it. */
export async function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const words = (id: string) => document.getElementById(id)?.innerText ?? '';
    const field = at as HTMLInputElement;
    const label = at.getAttribute('aria-label') ?? field.labels?.[0]?.innerText;
    const { left, right, top, bottom } = at.getBoundingClientRect();
    const there = document.elementsFromPoint((left + right) / 2, Math.min((top + bottom) / 2, innerHeight - 1));
    // What catches a second tap is clear as glass, and gone in a moment.
    const middle = there.find((element) => !element.matches('.second-tap')) ?? null;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return {
      name: (label ?? (words(at.getAttribute('aria-labelledby') ?? '') || at.innerText || '')).trim(),
      tag: at.tagName.toLowerCase(),
      role: at.getAttribute('role') ?? '',
      // Nothing lies over it: a bar, a sheet, the edge of the screen.
      isSeen: middle !== null && (at.contains(middle) || middle.contains(at)),
      isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    };
  });
}

/** Goes on by Tab until it stands on what is called so; every stop on the way must be seen, and seen to be chosen. */
export async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    passed.push(at.name.split('\n')[0]!);
    if (at.tag === 'body') continue;
    expect([at.name, at.isSeen, at.isMarked]).toEqual([at.name, true, true]);
    if (typeof name === 'string' ? at.name.startsWith(name) : name.test(at.name)) return;
  }
  throw new Error(`The keyboard never comes to ${String(name)}; it passes ${passed.join(' | ')}`);
}

/** Waits until the keyboard stands on what is called so; `kind` is a selector. */
export async function standsOn(page: Page, name: string | RegExp, kind = '*'): Promise<void> {
  await expect(
    page
      .waitForFunction(
        ({ source, wanted }) => {
          const at = document.activeElement as HTMLElement;
          const label = at.getAttribute('aria-label') ?? (at as HTMLInputElement).labels?.[0]?.innerText;
          return new RegExp(source).test(label ?? at.innerText) && at.matches(wanted);
        },
        { source: typeof name === 'string' ? name : name.source, wanted: kind },
        { timeout: 15_000 },
      )
      .then(
        () => 'there',
        async () => `on “${(await focused(page)).name.slice(0, 60)}”`,
      ),
  ).resolves.toBe('there');
}
