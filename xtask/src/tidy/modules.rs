//! The modules of the workspace as the compiler sees them, and the file that a path in code leads to.

use std::collections::{BTreeMap, BTreeSet};

use super::manifests::Member;
use super::source::{Binding, Scope, Source};

/// The parsed files by path.
pub(crate) type Sources = BTreeMap<String, Source>;

/// How many names may stand for each other until the search gives up.
const DEPTH: usize = 12;

/// A module: a file or a part of it in braces.
#[derive(Debug)]
pub(crate) struct Module<'a> {
    /// Its file.
    pub(crate) file: &'a str,
    /// Its names and paths.
    pub(crate) scope: &'a Scope,
    /// Whether only tests are compiled with it.
    pub(crate) test: bool,
    parent: Option<usize>,
    root: usize,
    children: BTreeMap<&'a str, usize>,
}

/// The end of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found<'a> {
    /// A name that this file defines.
    File(&'a str),
    /// A module.
    Module(usize),
}

/// All modules of the workspace.
#[derive(Debug, Default)]
pub(crate) struct Modules<'a> {
    all: Vec<Module<'a>>,
    libraries: BTreeMap<&'a str, usize>,
    reached: BTreeSet<&'a str>,
}

impl<'a> Modules<'a> {
    /// The modules that the roots of these crates reach.
    pub(crate) fn new(sources: &'a Sources, members: &'a [Member]) -> Self {
        let mut modules = Self::default();
        for member in members {
            for (index, root) in member.roots.iter().enumerate() {
                let Some((file, source)) = sources.get_key_value(root) else { continue };
                let id = modules.add(file, &source.scope, None, false);
                if index == 0 {
                    modules.libraries.insert(&member.library, id);
                }
                modules.descend(sources, id, folder_of(file));
            }
        }
        modules
    }

    /// The modules with their numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &Module<'a>)> {
        self.all.iter().enumerate()
    }

    /// Whether a file is part of a crate.
    pub(crate) fn reaches(&self, file: &str) -> bool {
        self.reached.contains(file)
    }

    /// The file in which a module stands.
    pub(crate) fn file(&self, module: usize) -> Option<&'a str> {
        self.all.get(module).map(|module| module.file)
    }

    fn add(&mut self, file: &'a str, scope: &'a Scope, parent: Option<usize>, test: bool) -> usize {
        let id = self.all.len();
        let around = parent.and_then(|parent| self.all.get(parent));
        let (root, test) = around.map_or((id, test), |around| (around.root, around.test || test));
        self.reached.insert(file);
        self.all.push(Module { file, scope, test, parent, root, children: BTreeMap::new() });
        id
    }

    /// Adds the modules that a module declares, whose files stand in `folder`.
    fn descend(&mut self, sources: &'a Sources, id: usize, folder: &str) {
        let Some((file, scope)) = self.all.get(id).map(|module| (module.file, module.scope)) else { return };
        for child in &scope.children {
            let inside = format!("{folder}{}/", child.name);
            let added = if let Some(inline) = &child.inline {
                self.add(file, inline, Some(id), child.test)
            } else {
                let beside = || format!("{folder}{}.rs", child.name);
                let named = child.path.as_ref().map_or_else(beside, |path| joined(folder_of(file), path));
                let found = [named, format!("{inside}mod.rs")];
                let Some((file, source)) = found.iter().find_map(|path| sources.get_key_value(path)) else {
                    continue;
                };
                self.add(file, &source.scope, Some(id), child.test)
            };
            if let Some(module) = self.all.get_mut(id) {
                module.children.insert(&child.name, added);
            }
            let inside = if child.path.is_some() {
                self.file(added).map(folder_of).unwrap_or_default()
            } else {
                &inside
            };
            self.descend(sources, added, inside);
        }
    }

    /// The file or module to which a path leads from a module; nothing for paths into other people's crates.
    pub(crate) fn resolve(&self, module: usize, segments: &[String]) -> Option<Found<'a>> {
        self.follow(module, segments, DEPTH)
    }

    /// Whether a module knows a name without a look at its globs.
    pub(crate) fn knows(&self, module: usize, name: &str) -> bool {
        self.all.get(module).is_some_and(|module| {
            let bound = |binding: &Binding| matches!(binding, Binding::Name(bound) if bound == name);
            module.scope.names.contains(name)
                || module.children.contains_key(name)
                || module.scope.uses.iter().any(|import| bound(&import.binding))
        })
    }

    fn follow(&self, module: usize, segments: &[String], depth: usize) -> Option<Found<'a>> {
        let depth = depth.checked_sub(1)?;
        let (first, rest) = segments.split_first()?;
        let here = self.all.get(module)?;
        match first.as_str() {
            "crate" => self.walk(Found::Module(here.root), rest, depth),
            "self" => self.walk(Found::Module(module), rest, depth),
            "super" => self.walk(Found::Module(here.parent?), rest, depth),
            "" => {
                let (name, rest) = rest.split_first()?;
                self.walk(Found::Module(*self.libraries.get(name.as_str())?), rest, depth)
            }
            name => {
                let library = || self.libraries.get(name).copied().map(Found::Module);
                self.walk(self.look_up(module, name, rest.is_empty(), depth).or_else(library)?, rest, depth)
            }
        }
    }

    fn walk(&self, found: Found<'a>, segments: &[String], depth: usize) -> Option<Found<'a>> {
        let (Found::Module(module), Some((first, rest))) = (found, segments.split_first()) else {
            return Some(found);
        };
        if first == "super" {
            return self.walk(Found::Module(self.all.get(module)?.parent?), rest, depth);
        }
        // What a macro defines is in no list of names: it counts as defined by the module itself.
        let defined = Found::File(self.all.get(module)?.file);
        self.walk(self.look_up(module, first, rest.is_empty(), depth).unwrap_or(defined), rest, depth)
    }

    /// The place that defines a name which a module knows; `last` prefers an item over a module of the same name.
    fn look_up(&self, module: usize, name: &str, last: bool, depth: usize) -> Option<Found<'a>> {
        let here = self.all.get(module)?;
        let child = here.children.get(name).copied().map(Found::Module);
        let item = here.scope.names.contains(name).then_some(Found::File(here.file));
        let own = if last { item.or(child) } else { child.or(item) };
        let bound =
            |import: &&super::source::Use| matches!(&import.binding, Binding::Name(bound) if bound == name);
        let imported = || {
            let mut uses = here.scope.uses.iter().filter(bound);
            // `use serde::serde;` must not look for itself.
            uses.find_map(|import| match import.path.segments.first() {
                Some(first) if first == name => self.outside(&import.path.segments, depth),
                _ => self.follow(module, &import.path.segments, depth),
            })
        };
        let globbed = || {
            let mut globs = here.scope.uses.iter().filter(|import| import.binding == Binding::Glob);
            globs.find_map(|import| match self.follow(module, &import.path.segments, depth)? {
                Found::Module(other) if other != module => {
                    self.look_up(other, name, last, depth.checked_sub(1)?)
                }
                _ => None,
            })
        };
        own.or_else(imported).or_else(globbed)
    }

    /// A path that begins with the name of a crate.
    fn outside(&self, segments: &[String], depth: usize) -> Option<Found<'a>> {
        let (first, rest) = segments.split_first()?;
        self.walk(Found::Module(*self.libraries.get(first.as_str())?), rest, depth)
    }
}

/// The folder in which a file stands, with a `/` behind it.
fn folder_of(file: &str) -> &str {
    file.rfind('/').and_then(|end| file.get(..=end)).unwrap_or_default()
}

/// A path that stands in a folder, without `..`.
fn joined(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
