/** A built mini-program, compiled: what the host page runs. */
export interface Bundle {
  /** Path to source of every script. */
  modules: Record<string, string>;
  /** Path to content of every .json file, `app.json` and the pages' own. */
  settings: Record<string, object>;
  /** The templates as glass-easel runs them. */
  templates: string;
  builtinTemplates: string;
  /** Path of a sheet to the script WeChat's compiler made of it. */
  styles: Record<string, string>;
  sharedStyles: string;
  warnings: string[];
}

export interface AppSettings {
  pages: string[];
  subPackages: { root: string; name: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; text: string }[] };
}

/** What the host tells of a run, for tests to look at. */
export interface Account {
  errors: string[];
  warnings: string[];
  /** Paths of the open pages, the lowest first. */
  pages: string[];
  /** Size of each setData, as JSON. */
  setDataBytes: number[];
  /** Names of the `wx` functions called. */
  calls: string[];
}
