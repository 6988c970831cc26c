//! Circles of imports between the files of a crate.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::imports::Import;
use super::violation::{Rule, Violation};

/// The imports of each file.
type Graph<'a> = BTreeMap<&'a str, Vec<&'a Import>>;

/// Refuses each set of files that all import each other, directly or through others.
pub(crate) fn check(imports: &[Import]) -> Vec<Violation> {
    let (mut forward, mut backward) = (Graph::new(), BTreeMap::<&str, Vec<&str>>::new());
    for import in imports {
        forward.entry(&import.from).or_default().push(import);
        backward.entry(&import.to).or_default().push(&import.from);
    }
    let mut done = BTreeSet::new();
    let mut violations = Vec::new();
    for &file in forward.keys() {
        if done.contains(file) {
            continue;
        }
        let after =
            reach(file, |file| forward.get(file).into_iter().flatten().map(|import| import.to.as_str()));
        let before = reach(file, |file| backward.get(file).into_iter().flatten().copied());
        let knot: BTreeSet<&str> = after.intersection(&before).copied().collect();
        if knot.len() > 1 {
            violations.extend(violation(&forward, &knot));
        }
        done.extend(knot);
        done.insert(file);
    }
    violations
}

/// Everything that can be reached from a file, itself included.
fn reach<'a, I: Iterator<Item = &'a str>>(file: &'a str, next: impl Fn(&'a str) -> I) -> BTreeSet<&'a str> {
    let (mut seen, mut open) = (BTreeSet::from([file]), vec![file]);
    while let Some(file) = open.pop() {
        open.extend(next(file).filter(|other| seen.insert(other)));
    }
    seen
}

fn violation(graph: &Graph<'_>, knot: &BTreeSet<&str>) -> Option<Violation> {
    let circle = knot.iter().filter_map(|file| shortest(graph, file)).min_by_key(Vec::len)?;
    let first = circle.first()?;
    let steps = circle.iter().map(|import| format!("{}:{} imports {}", import.from, import.line, import.to));
    let steps: Vec<String> = steps.collect();
    let files: Vec<&str> = knot.iter().copied().collect();
    let message = format!(
        "{} files import each other in a circle: {}. Move what both need into a file of its own. The files: {}",
        knot.len(),
        steps.join(", "),
        files.join(" ")
    );
    let (file, line) = (first.from.clone(), first.line);
    Some(Violation { file, line, rule: Rule::Circles, subject: String::new(), message })
}

/// The shortest way from a file back to itself.
fn shortest<'a>(graph: &Graph<'a>, start: &str) -> Option<Vec<&'a Import>> {
    let mut before: BTreeMap<&str, &Import> = BTreeMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(file) = open.pop_front() {
        for import in graph.get(file).into_iter().flatten() {
            if before.contains_key(import.to.as_str()) {
                continue;
            }
            before.insert(&import.to, import);
            open.push_back(&import.to);
        }
    }
    let mut circle = Vec::new();
    let mut at = start;
    loop {
        let import = before.get(at)?;
        circle.push(*import);
        at = &import.from;
        if at == start {
            circle.reverse();
            return Some(circle);
        }
    }
}
