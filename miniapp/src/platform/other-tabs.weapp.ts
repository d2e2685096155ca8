/** WeChat opens a mini-program once: nobody else keeps anything. */
export function onKeptElsewhere(_key: string, _then: () => void): void {}
