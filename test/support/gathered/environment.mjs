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
    } catch (error) {
      test('can be read', () => {
        throw error;
      });
    } finally {
      state.currentDescribeBlock = outer;
    }
  }
}
