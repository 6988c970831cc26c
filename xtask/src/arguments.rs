//! Reads the options of a command: `--name value` and `--name`. Depends on nothing.

use anyhow::{Result, bail};

/// The options of a command that are not yet read.
#[derive(Debug)]
pub(crate) struct Arguments(Vec<String>);

impl Arguments {
    /// The options as they were given.
    pub(crate) fn new(given: impl Iterator<Item = String>) -> Self {
        Self(given.collect())
    }

    /// Takes `name` and the value that follows it.
    pub(crate) fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|argument| argument == name) else { return Ok(None) };
        if at + 1 >= self.0.len() {
            bail!("{name} needs a value");
        }
        self.0.remove(at);
        Ok(Some(self.0.remove(at)))
    }

    /// Takes `name` if it was given.
    pub(crate) fn switch(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|argument| argument != name);
        self.0.len() != before
    }

    /// Holds that nothing is left, so that a misspelt option is never ignored.
    pub(crate) fn end(self) -> Result<()> {
        match self.0.first() {
            Some(unknown) => bail!("unknown option {unknown}"),
            None => Ok(()),
        }
    }
}
