/**
 * Runs in a page: what lies outside of the screen, is cut off, or is smaller than `least` allows. Every line names the
 * element and what is wrong with it.
 */
export function faultsOfLayout(least: { letters: number; targets: number } | null): string[] {
  const shown = [...document.querySelectorAll('.page')].filter((page) => page.getBoundingClientRect().width > 0).at(-1);
  if (!shown) return ['nothing is shown'];
  const elements = [...shown.querySelectorAll<HTMLElement>('*')].filter(isSeen);
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const faults = wide > 1 ? [`the page can be pushed ${wide} px sideways`] : [];
  // From 我的 it is one tap more; a page without the bar leads there itself.
  if (
    ![...shown.querySelectorAll<HTMLElement>('a[href="/pages/about/index/index"], a[href="/tabs/me/index"]')].some(
      isSeen,
    )
  )
    if (!shown.querySelector('h1')?.textContent?.includes('关于')) faults.push('关于 is more than two taps away');
  for (const element of elements) {
    if (isCut(element)) faults.push(`cut off: ${nameOf(element)}`);
    if (!least) continue;
    if (hasOwnWords(element) && letterSize(element) < least.letters)
      faults.push(`letters of ${letterSize(element)} px: ${nameOf(element)}`);
    if (isTarget(element) && smallest(element) < least.targets)
      faults.push(`target of ${Math.round(smallest(element))} px: ${nameOf(element)}`);
  }
  return faults;

  function isSeen(element: HTMLElement): boolean {
    const { width, height } = element.getBoundingClientRect();
    const { visibility, clipPath } = getComputedStyle(element);
    if (element.closest('.spoken-only, .skip-link, .county-map, svg')) return false;
    return width > 1 && height > 1 && visibility !== 'hidden' && clipPath === 'none';
  }

  /** Words that do not fit their box and cannot be pushed into sight. */
  function isCut(element: HTMLElement): boolean {
    const { overflowX, textOverflow } = getComputedStyle(element);
    if (!hasOwnWords(element) || element.closest('input, textarea, select')) return false;
    const { left, right } = element.getBoundingClientRect();
    const isOutside = (left < -1 || right > innerWidth + 1) && !isPushable(element);
    const isHidden =
      overflowX === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
    return isOutside || isHidden;
  }

  function isPushable(element: HTMLElement): boolean {
    for (let outer = element.parentElement; outer; outer = outer.parentElement)
      if (['auto', 'scroll'].includes(getComputedStyle(outer).overflowX)) return true;
    return false;
  }

  function hasOwnWords(element: HTMLElement): boolean {
    return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '');
  }

  function letterSize(element: HTMLElement): number {
    return Math.round(Number.parseFloat(getComputedStyle(element).fontSize) * 10) / 10;
  }

  /** A link within a sentence is as high as its line: that one is let be. */
  function isTarget(element: HTMLElement): boolean {
    const role = element.getAttribute('role') ?? element.tagName.toLowerCase();
    if (!['button', 'a', 'link', 'input', 'select', 'textarea', 'tab', 'checkbox', 'radio', 'switch'].includes(role))
      return false;
    return getComputedStyle(element).display !== 'inline' && !element.closest('label');
  }

  function smallest(element: HTMLElement): number {
    const { width, height } = element.getBoundingClientRect();
    return Math.min(width, height);
  }

  function nameOf(element: HTMLElement): string {
    const words = (element.textContent ?? '').trim().slice(0, 20);
    return `${element.tagName.toLowerCase()}.${element.className.toString().split(' ').join('.')} “${words}”`;
  }
}
