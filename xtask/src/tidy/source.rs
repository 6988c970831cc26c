//! The facts about a Rust file that the rules need: its modules with the names they define and use, its functions, types,
//! texts and doc comments.

use std::collections::BTreeSet;

/// A Rust file.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// The module that the file is.
    pub(crate) scope: Scope,
    /// Its functions, in tests too.
    pub(crate) functions: Vec<Function>,
    /// The types it defines outside tests.
    pub(crate) types: Vec<Noted>,
    /// The literals of text outside tests, as they are written.
    pub(crate) texts: Vec<Noted>,
    /// The first lines of its doc comments outside tests.
    pub(crate) docs: Vec<Noted>,
}

/// A module: a file or a part of it in braces.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    /// The names that it defines itself.
    pub(crate) names: BTreeSet<String>,
    /// The names that it takes from elsewhere, also those taken inside a function.
    pub(crate) uses: Vec<Use>,
    /// The paths in its code.
    pub(crate) paths: Vec<Path>,
    /// The modules that it declares.
    pub(crate) children: Vec<Child>,
}

/// A module that another declares.
#[derive(Debug)]
pub(crate) struct Child {
    pub(crate) name: String,
    /// The file that a `#[path]` attribute names.
    pub(crate) path: Option<String>,
    /// The module itself, if it stands in braces.
    pub(crate) inline: Option<Scope>,
    /// Whether only tests are compiled with it.
    pub(crate) test: bool,
}

/// One name of a `use` declaration.
#[derive(Debug)]
pub(crate) struct Use {
    pub(crate) path: Path,
    pub(crate) binding: Binding,
    /// Whether other modules can reach the name through this one.
    pub(crate) public: bool,
}

/// The names that a `use` declaration brings.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Binding {
    /// One name.
    Name(String),
    /// All names of a module.
    Glob,
    /// None: `as _`.
    Nothing,
}

/// A path in code, such as `crate::grid::activate`.
#[derive(Debug, Clone)]
pub(crate) struct Path {
    pub(crate) segments: Vec<String>,
    pub(crate) line: usize,
}

/// A function.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) line: usize,
    pub(crate) lines: usize,
}

/// A text or name with its line.
#[derive(Debug)]
pub(crate) struct Noted {
    pub(crate) text: String,
    pub(crate) line: usize,
}
