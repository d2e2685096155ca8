/** WeChat opens a package that lies on the phone: nothing was drawn before it. */
export function dropFirstView(): void {}

export function dropOpening(): void {}

export const typedInFirstView = (): string => '';
