import { TestEnvironment } from 'jest-environment-node';

/** Gives gathered files `readTests`, which reads one file's tests and hooks into a `describe` of its name. */
export default class GatheredEnvironment extends TestEnvironment {
  handleTestEvent({ name }, state) {
    if (name === 'setup') this.global.readTests = (file, read) => this.readTests(state, file, read);
  }

  async readTests(state, file, read) {
    const { describe, test } = this.global;
    const outer = state.currentDescribeBlock;
    // A `describe` ends with its function, and a file can only be read afterwards: its block is opened again for that.
    describe(file, () => void (state.currentDescribeBlock.isFile = true));
    state.currentDescribeBlock = outer.children.findLast(({ isFile }) => isFile);
    try {
      await read();
      if (!hasTests(state.currentDescribeBlock)) throw new Error('There is no test in it');
      // jest keeps an `only` to its own file; here it would leave out all that are read with it.
      if (state.hasFocusedTests) throw new Error('Some of it is marked `only`');
    } catch (error) {
      state.hasFocusedTests = false;
      test('can be read', () => {
        throw error;
      });
    } finally {
      state.currentDescribeBlock = outer;
    }
  }
}

const hasTests = ({ type, children }) => type === 'test' || children.some(hasTests);
