/** WeChat shows the phone's layout. */
export const useWide = (): boolean => false;
