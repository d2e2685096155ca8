/**
 * WeChat itself speaks nothing: that takes a plugin (同声传译) whose use has to be applied for, and which sends the words
 * to a service elsewhere. The phone's own screen reader reads these pages.
 */
export const useCanRead = (): boolean => false;

export function readPage(_onEnd: () => void): void {}

export function stopReading(): void {}
