/** Told by `/api/health` and 关于. */
export const VERSION = '0.1.0';
