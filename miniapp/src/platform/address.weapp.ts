/** WeChat shows no address; the page keeps what was chosen while it is open. */
export function keepInAddress(_query: Record<string, string | undefined>): void {}
