//! The imports between files, and the boundaries between rooms that they may cross.

use std::collections::{BTreeMap, BTreeSet};

use super::manifests::{Member, owner};
use super::modules::{Found, Modules};
use super::rooms::{PAGE, Rooms};
use super::source::{Binding, Path};
use super::violation::{Rule, Violation};
use super::workspace::Workspace;

/// A file that uses a name of another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Import {
    /// The file that imports.
    pub(crate) from: String,
    /// The file that defines the name.
    pub(crate) to: String,
    /// The first line that does.
    pub(crate) line: usize,
    /// The path as it is written there.
    pub(crate) path: String,
}

/// The imports of the workspace, one for each pair of files. Code that is compiled with `cfg(test)` is left out.
pub(crate) fn imports<'a>(modules: &Modules<'a>) -> Vec<Import> {
    let mut found: BTreeMap<(&'a str, &'a str), (usize, String)> = BTreeMap::new();
    for (id, module) in modules.iter().filter(|(_, module)| !module.test) {
        let mut add = |target: Option<Found<'a>>, path: &Path| {
            let Some(to) = target.and_then(|target| file(modules, target)).filter(|to| *to != module.file)
            else {
                return;
            };
            let first = found.entry((module.file, to)).or_insert((usize::MAX, String::new()));
            if path.line < first.0 {
                *first = (path.line, path.segments.join("::"));
            }
        };
        let mut globs = false;
        for import in &module.scope.uses {
            let target = modules.resolve(id, &import.path.segments);
            globs |= import.binding == Binding::Glob && target.is_some();
            let counts =
                import.public || import.binding == Binding::Glob || matches!(target, Some(Found::File(_)));
            add(target.filter(|_| counts), &import.path);
        }
        for path in &module.scope.paths {
            // A single name is local, or was counted where it was imported, or it comes through a glob.
            let single = path.segments.len() == 1;
            let known = || path.segments.first().is_some_and(|name| modules.knows(id, name));
            if single && (!globs || known()) {
                continue;
            }
            // A module by itself is no import: what is used of it is.
            add(modules.resolve(id, &path.segments).filter(|found| matches!(found, Found::File(_))), path);
        }
    }
    let import = |((from, to), (line, path)): ((&str, &str), (usize, String))| Import {
        from: from.to_owned(),
        to: to.to_owned(),
        line,
        path,
    };
    found.into_iter().map(import).collect()
}

fn file<'a>(modules: &Modules<'a>, found: Found<'a>) -> Option<&'a str> {
    match found {
        Found::File(file) => Some(file),
        Found::Module(module) => modules.file(module),
    }
}

/// Refuses imports and dependencies that the diagram does not draw, files without a room or a crate, and parts of the
/// diagram that stand for nothing.
pub(crate) fn check(
    workspace: &Workspace,
    rooms: &Rooms,
    members: &[Member],
    modules: &Modules<'_>,
    imports: &[Import],
) -> Vec<Violation> {
    let mut boundary = Boundary { rooms, used: BTreeSet::new(), violations: Vec::new() };
    for import in imports {
        boundary.import(members, import);
    }
    for member in members {
        boundary.dependencies(workspace, members, member);
    }
    boundary.files(workspace, members, modules);
    boundary.leftovers(workspace);
    boundary.violations
}

/// The check of the boundaries while it runs.
struct Boundary<'a> {
    rooms: &'a Rooms,
    /// The arrows that allowed something, as they are written.
    used: BTreeSet<String>,
    violations: Vec<Violation>,
}

impl Boundary<'_> {
    fn import(&mut self, members: &[Member], import: &Import) {
        let (Some(from), Some(to)) = (self.rooms.of(&import.from), self.rooms.of(&import.to)) else { return };
        let test = owner(members, &import.from).is_some_and(|member| member.is_test(&import.from));
        if from == to {
            return;
        }
        if let Some(arrow) = self.rooms.allowing(from, to, test) {
            self.used.insert(arrow.written.clone());
            return;
        }
        let (path, target) = (&import.path, &import.to);
        let message = format!(
            "{from} may not import {to} ({path} is defined in {target}): move the code, or draw {from} --> {to} in {PAGE}"
        );
        self.refuse(Rule::Imports, &import.from, import.line, target, message);
    }

    fn dependencies(&mut self, workspace: &Workspace, members: &[Member], member: &Member) {
        for dependency in &member.dependencies {
            let Some(target) = members.iter().find(|other| other.package == dependency.package) else {
                continue;
            };
            let (from, to) =
                (self.rooms_of(workspace, members, member), self.rooms_of(workspace, members, target));
            let test = dependency.tests_only;
            let mut pairs = from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to)));
            let drawn = pairs.find_map(|(from, to)| self.rooms.allowing(from, to, test));
            if let Some(arrow) = drawn {
                self.used.insert(arrow.written.clone());
                continue;
            }
            let (package, other) = (&member.package, &dependency.package);
            let arrow = if test { "-.->" } else { "-->" };
            let message = format!(
                "{package} may not depend on {other}: remove the dependency, or draw an arrow ({arrow}) between their rooms in {PAGE}"
            );
            self.refuse(Rule::Imports, &member.manifest(), dependency.line, other, message);
        }
    }

    /// The rooms in which a crate has files.
    fn rooms_of(&self, workspace: &Workspace, members: &[Member], member: &Member) -> BTreeSet<&str> {
        let own = |file: &str| owner(members, file).is_some_and(|owner| owner.package == member.package);
        workspace
            .ending(".rs")
            .filter(|(file, _)| own(file))
            .filter_map(|(file, _)| self.rooms.of(file))
            .collect()
    }

    fn files(&mut self, workspace: &Workspace, members: &[Member], modules: &Modules<'_>) {
        let mut homeless: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
        for (file, _) in workspace.ending(".rs") {
            if self.rooms.of(file).is_none() {
                let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
                homeless.entry(folder).or_insert((file, 0)).1 += 1;
            }
            if owner(members, file).is_none() || !modules.reaches(file) {
                let message = "no crate declares this file as a module: declare it or delete it".to_owned();
                self.refuse(Rule::Rooms, file, 1, "", message);
            }
        }
        for (folder, (file, count)) in homeless {
            let message = format!(
                "{folder} has files without a room, {count} in all: add its path to a room in {PAGE}"
            );
            self.refuse(Rule::Rooms, file, 1, folder, message);
        }
    }

    /// Rooms without files and arrows that allow nothing.
    fn leftovers(&mut self, workspace: &Workspace) {
        for (path, room, line) in self.rooms.paths() {
            if !workspace
                .ending(".rs")
                .any(|(file, _)| self.rooms.of(file) == Some(room) && file.starts_with(path))
            {
                let message = format!("the room {room} has no Rust file in {path}: remove the path");
                self.refuse(Rule::Rooms, PAGE, line, room, message);
            }
        }
        let drawn: BTreeMap<&str, usize> =
            self.rooms.arrows.iter().map(|arrow| (arrow.written.as_str(), arrow.line)).collect();
        for (written, line) in drawn {
            if !self.used.contains(written) {
                let message = format!("nothing is imported along {written}: remove the arrow");
                self.refuse(Rule::Rooms, PAGE, line, written, message);
            }
        }
    }

    fn refuse(&mut self, rule: Rule, file: &str, line: usize, subject: &str, message: String) {
        let (file, subject) = (file.to_owned(), subject.to_owned());
        self.violations.push(Violation { file, line, rule, subject, message });
    }
}
