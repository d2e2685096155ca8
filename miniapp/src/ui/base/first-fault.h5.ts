import { shownPage } from './page-focus';

const FILLED_IN =
  '[aria-invalid=true], input, textarea, select, [role=radio][tabindex="0"], button:not([tabindex="-1"])';

/** A form was sent: what is found wrong with it, at once or by the server, is to be shown. */
let isAsked = false;

/** The main button was pressed: the first field that has something wrong gets the focus. */
export function lookForFaults(): void {
  isAsked = true;
  requestAnimationFrame(showFirst);
}

/** Something is said to be wrong with a field; whoever is still writing is left in peace. */
export function tellFault(): void {
  if (isAsked) requestAnimationFrame(showFirst);
}

export function forgetFaults(): void {
  isAsked = false;
}

function showFirst(): void {
  const page = shownPage();
  const part = page?.querySelector('[role=dialog]') ?? page;
  const field = part?.querySelector('.has-error')?.querySelector<HTMLElement>(FILLED_IN);
  if (!isAsked || !field) return;
  isAsked = false;
  field.focus({ preventScroll: true });
  // In the middle, since bars stand over the foot of the page.
  field.scrollIntoView({ block: 'center' });
}
