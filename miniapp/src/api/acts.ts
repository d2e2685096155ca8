import type { Answer } from './wire';

/** Does something under the id it hands over; `wish` is all that makes it this act and not another. */
export type Act = <T>(wish: unknown, send: (id: string) => Promise<Answer<T>>) => Promise<Answer<T>>;

/**
 * Acts that are told apart by what is wished: pressed again after an answer was lost, it is the same act under the same
 * id, and the server does it once. Once answered, yes or no, the same wish is another act.
 */
export function rememberedActs(draw: () => string): Act {
  const unanswered = new Map<string, string>();
  return async (wish, send) => {
    const words = JSON.stringify(wish);
    const id = unanswered.get(words) ?? draw();
    unanswered.set(words, id);
    const answer = await send(id);
    if (answer.ok || answer.failure.kind === 'refused') unanswered.delete(words);
    return answer;
  };
}
