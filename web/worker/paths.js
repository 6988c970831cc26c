// The paths of the API, made from the templates that the core gave the build.

/**
 * A path, its names in braces replaced by values.
 * @param {keyof typeof BUILD.paths} path @param {Record<string, string>} values
 */
const pathOf = (path, values = {}) => BUILD.paths[path].replace(/\{(\w+)\}/g, (_, name) => values[name]);

// A file in the folder of a snapshot: the folder and the path in it. Where the API has no such folders, every file counts as
// changing.
const SNAPSHOT_FILE = new RegExp(`^(?!(${BUILD.folders.join("|")})/)[^/]*/`);

// The matrix of a snapshot: its folder and language.
const MATRIX = new RegExp(`^([^/]+/)${BUILD.paths.matrix.replaceAll(".", "\\.").replace("{language}", "(\\w+)")}$`);

// Where the pages of cells begin.
const CELLS = BUILD.paths.cell.slice(0, BUILD.paths.cell.indexOf("{"));
