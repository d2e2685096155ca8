import { describe, expect, it } from '@jest/globals';
import { pinyin } from 'pinyin-pro';
import { SYLLABLES } from '@county/shared/search/syllables';

const GB_2312 = new TextDecoder('gb2312');

/** Its characters, row by row. */
const characters = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) => row + 0xb0)
  .flatMap((row) => Array.from({ length: 94 }, (_, cell) => GB_2312.decode(new Uint8Array([row, cell + 0xa1]))))
  .filter((character) => /^\p{Script=Han}$/u.test(character));

describe('the table of syllables', () => {
  it('has every reading of every character of GB 2312', () => {
    const read = new Map<string, string>();
    for (const character of characters) {
      const all: string[] = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
      for (const syllable of new Set(all.map((one) => one.replaceAll('ü', 'v'))))
        read.set(syllable, (read.get(syllable) ?? '') + character);
    }
    const table = [...read].map(([syllable, words]) => syllable + words);
    expect([...SYLLABLES].sort()).toEqual(table.sort());
  });
});
