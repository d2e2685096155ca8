import Taro from '@tarojs/taro';

let isAsked = false;

/** The main button was pressed: the first field that has something wrong is brought into sight. */
export function lookForFaults(): void {
  isAsked = true;
}

/** Something is said to be wrong with a field; whoever is still writing is left in peace. */
export function tellFault(): void {
  if (!isAsked) return;
  isAsked = false;
  // The page stays where it is when there is nothing to scroll to, as in a sheet.
  Taro.nextTick(() => void Taro.pageScrollTo({ selector: '.has-error', offsetTop: -16 }).catch(() => undefined));
}

export function forgetFaults(): void {
  isAsked = false;
}
