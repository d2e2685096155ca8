import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const PAGES = path.resolve(import.meta.dirname, '../../miniapp/src');

/** Where an id is drawn as something is sent, and why sending it again is the same act all the same. */
const DRAWN_IN_THE_ACT: Record<string, string> = {
  'components/writing-form.tsx': 'drawn for the next change, once this one was answered',
  'pages/appointments/day/check-in.tsx': 'whoever is here already is told so, and nothing is done twice',
  'pages/appointments/day/use-counter.ts': 'kept in the outbox under the same id where no answer comes',
  'pages/public-events/door/use-door.ts': 'kept in the outbox under this id',
  'pages/supervision-orders/order/index.tsx': 'done by opening; an order that was received is not received again',
  'pages/tasks/line/index.tsx': 'done by opening; a line that was acknowledged is not acknowledged again',
};

const isAsync = (node: ts.Node): boolean =>
  ts.isFunctionLike(node) && (ts.getCombinedModifierFlags(node as ts.Declaration) & ts.ModifierFlags.Async) !== 0;

/** `setId(newId())` and `draft.change({ id: newId() })` prepare the next act; they send nothing. */
const keepsForLater = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && /^set[A-Z]|\.(change|current)$/.test(node.expression.getText());

const sends = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && /^(call|upload|sendOrKeep)$/.test(node.expression.getText());

/** Whether an id drawn here goes out at once: drawn in the middle of an act, or straight into what is sent. */
function isDrawnInTheAct(drawing: ts.Node): boolean {
  for (let node = drawing.parent; node; node = node.parent) {
    if (keepsForLater(node)) return false;
    if (sends(node) || isAsync(node)) return true;
  }
  return false;
}

function drawings(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(path.join(PAGES, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'newId' && isDrawnInTheAct(node))
      found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

const sources = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts') && !file.startsWith('platform'),
);

describe('a press whose answer is lost', () => {
  it('is no second act: no page draws an id as it sends (api/acts, api/use-id-of), unless it is said here why', () => {
    const found = sources.flatMap(drawings).filter((place) => !DRAWN_IN_THE_ACT[place.replace(/:\d+$/, '')]);
    expect(found).toEqual([]);
  });

  it('is excused nowhere but where an id is drawn', () => {
    const excused = Object.keys(DRAWN_IN_THE_ACT);
    expect(excused.filter((file) => drawings(file).length === 0)).toEqual([]);
  });
});
