/** Takes away what the server drew until the page itself was there. */
export function dropFirstView(): void {
  const view = document.getElementById('first-view');
  const wasWriting = view?.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement;
  view?.remove();
  if (wasWriting) document.querySelector<HTMLInputElement>('.page input[type=search]')?.focus();
}

/** What somebody wrote into the search before the page was there. */
export function typedInFirstView(): string {
  return document.querySelector<HTMLInputElement>('#first-view input')?.value ?? '';
}

/** Takes away the grey lines that stand until the first page is there. */
export function dropOpening(): void {
  document.getElementById('opening')?.remove();
}
