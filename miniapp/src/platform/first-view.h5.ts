/** Takes away what the server drew until the page itself was there. */
export function dropFirstView(): void {
  document.getElementById('first-view')?.remove();
}
