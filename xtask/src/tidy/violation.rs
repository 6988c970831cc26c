//! A violation of a rule: where it stands, which rule it breaks, and what to do about it.

use std::fmt;

/// The rules that tidy holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Every Rust file belongs to a room of the diagram, and the diagram can be read and has no circle.
    Rooms,
    /// An import crosses only boundaries that the diagram draws.
    Imports,
    /// Files do not import each other in a circle.
    Circles,
    /// Colours are written in the tokens sheet and the palette alone.
    Colours,
    /// A CSS class is defined in the sheets of one room.
    Classes,
    /// Functions and files stay short.
    Lengths,
    /// Modules open with a line that names them.
    Docs,
    /// A type name is used once in the shipped crates.
    Names,
    /// An exception from a rule is needed.
    Exceptions,
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Rooms => "rooms",
            Self::Imports => "imports",
            Self::Circles => "circles",
            Self::Colours => "colours",
            Self::Classes => "classes",
            Self::Lengths => "lengths",
            Self::Docs => "docs",
            Self::Names => "names",
            Self::Exceptions => "exceptions",
        })
    }
}

/// One place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// The file below the workspace's root.
    pub file: String,
    /// The line in it, from one.
    pub line: usize,
    /// The rule that is broken.
    pub rule: Rule,
    /// The function, type, class or colour concerned; empty for a whole file. Exceptions name it.
    pub subject: String,
    /// The violation in words, and what to do about it.
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}: {}", self.file, self.line, self.rule, self.message)
    }
}
