// Times the module against a straightforward implementation over the same collection: an array of objects.
// Every figure is the median of the runs; each run takes as many rounds as make the clock's steps harmless.
import init, { Bench } from "./bench.js";

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

function timed(act, rounds, runs = 21) {
  const times = [];
  for (let at = 0; at < runs; at += 1) {
    const start = performance.now();
    for (let round = 0; round < rounds; round += 1) act();
    times.push((performance.now() - start) / rounds);
  }
  return median(times);
}

// The same numbers as the module makes, by the same sequence.
function invented(rows, seed) {
  let state = Math.max(seed, 1) >>> 0;
  const below = (end) => {
    state = (state ^ (state << 13)) >>> 0;
    state = (state ^ (state >>> 17)) >>> 0;
    state = (state ^ (state << 5)) >>> 0;
    return state % end;
  };
  const several = (count, end) => [...new Set(Array.from({ length: count }, () => below(end)))];
  const projects = [];
  for (let row = 0; row < rows; row += 1) {
    const share = below(10_000);
    const country = Math.floor((share * share * 193) / 100_000_000);
    const lines = 1 + below(3);
    const goals = below(10) < 6 ? 1 + below(5) : 0;
    const project = { lines: several(lines, 19), goals: several(goals, 17), country, region: country % 7 };
    project.stakeholder = below(6);
    project.groups = several(below(4), 8);
    project.year = 2005 + below(20);
    project.prize = below(5);
    project.collections = 1 + below(7);
    projects.push(project);
  }
  return projects;
}

function countPlainly(projects) {
  const cells = Array.from({ length: 19 }, () => new Array(17).fill(0));
  for (const project of projects.filter((one) => one.region >= 1 && one.region <= 3 && one.year >= 2010 && one.year <= 2019)) {
    const rows = new Set(project.lines.flatMap((line) => (line >= 7 && line <= 14 ? [line, 6] : [line])));
    for (const row of rows) for (const goal of project.goals) cells[row][goal] += 1;
  }
  return cells.flat().reduce((sum, count) => sum + count, 0);
}

export async function run() {
  await init();
  const results = [];
  for (const [rows, rounds] of [[15_000, 200], [1_000_000, 2]]) {
    const bench = Bench.make(rows, 20_261_124, rows < 100_000);
    const projects = invented(rows, 20_261_124);
    const [ours, plain] = [bench.count(), countPlainly(projects)];
    if (ours !== plain) throw new Error(`${rows}: counted ${ours}, plainly ${plain}`);
    const [count, javascript] = [timed(() => bench.count(), rounds), timed(() => countPlainly(projects), Math.max(1, rounds / 20), 9)];
    const keystroke = rows < 100_000 ? timed(() => bench.find("village net"), 20) : null;
    results.push({ rows, sum: ours, count, javascript, ratio: javascript / count, keystroke });
    bench.free();
  }
  return results;
}
