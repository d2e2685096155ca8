import { create } from 'zustand';

export const AFFAIRS_PAGE = '/tabs/affairs/index';

/** What is looked for among guides. Outlives the page: WeChat opens a tab without a query, so what leads here says it first. */
export const useSoughtWords = create<{ words: string }>(() => ({ words: '' }));

export const lookInAffairs = (words: string): void => useSoughtWords.setState({ words });
