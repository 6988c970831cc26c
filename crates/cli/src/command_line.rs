//! The command line of `wsis`: commands, options and help texts. May use clap.

use std::ffi::OsString;

use anyhow::Result;
use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser, Subcommand};

use crate::{data, import, sheet, site};

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  the work failed; the error stream says why
  2  wrong usage: unknown command or option, or an invalid value";

/// Make the data of the WSIS-SDG matrix and complete its site
#[derive(Debug, Parser)]
#[command(name = "wsis", version, after_help = EXIT_CODES, propagate_version = true)]
pub struct CommandLine {
    /// The command to run.
    #[command(subcommand)]
    pub command: WsisCommand,
}

/// A command with its options.
#[derive(Debug, Subcommand)]
pub enum WsisCommand {
    /// Make the API files from the curated sources
    ///
    /// Checks every CSV file of the source folder and writes the API files below the output folder. If a source has
    /// errors, all of them are listed with file and line, and nothing is written. SOURCE_DATE_EPOCH (seconds since
    /// 1970) sets the date of the snapshot; otherwise it is the date of the newest source.
    #[command(after_help = EXIT_CODES)]
    Data(data::DataOptions),
    /// Make the API files from an export of a project database
    ///
    /// Reads CSV, XLSX and JSON files and publishes their projects with the matrix of the source folder. Only columns
    /// that the mapping names are read. A report lists the columns and rows that were not used, personal data that was
    /// removed, and the changes against the published collection. docs/import.md explains the import.
    #[command(after_help = EXIT_CODES)]
    Import(Box<import::ImportOptions>),
    /// Write all texts of a language as a spreadsheet, or take a reviewed one back
    ///
    /// The sheet has the English text beside each translation, with its screen, its context and the greatest length. A
    /// reviewer changes translations or marks them with yes; --apply takes these rows back, notes office and date, and
    /// refuses rows whose placeholders are broken or whose English text has changed. i18n/README.md explains it.
    #[command(after_help = EXIT_CODES)]
    Sheet(sheet::SheetOptions),
    /// Complete a built site: data, prerendered page, security policy, host files
    ///
    /// Trunk runs this command as its post_build hook. It adds the API files, the prerendered page, the content security
    /// policy, the service worker, the share pages and the configuration files for hosts. The environment variables
    /// WSIS_API, WSIS_PUBLIC and WSIS_CONTACT configure the site (`make build API=… PUBLIC=… CONTACT=…` sets them).
    #[command(after_help = EXIT_CODES)]
    Site(site::SiteOptions),
}

impl CommandLine {
    /// Parses a command line; the first argument is the name of the program.
    ///
    /// # Errors
    /// Wrong usage, or a request for help or version: [`clap::Error::exit`] prints the text and ends the program with
    /// the matching exit code.
    pub fn read(
        arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    ) -> Result<Self, clap::Error> {
        let parsed = Self::try_parse_from(arguments)?;
        if let WsisCommand::Import(options) = &parsed.command
            && let Err(reason) = options.check()
        {
            return Err(usage_error("import", &reason));
        }
        Ok(parsed)
    }

    /// Runs the command; returns its closing line for the standard output.
    ///
    /// # Errors
    /// The reason why the work failed.
    pub fn run(&self) -> Result<String> {
        match &self.command {
            WsisCommand::Data(options) => data::run(options),
            WsisCommand::Import(options) => import::run(options),
            WsisCommand::Sheet(options) => sheet::run(options),
            WsisCommand::Site(options) => site::run(options),
        }
    }
}

/// An error of options that do not fit together, with the usage of their command.
fn usage_error(name: &str, reason: &str) -> clap::Error {
    let mut whole = CommandLine::command();
    whole.build();
    match whole.find_subcommand_mut(name) {
        Some(command) => command.error(ErrorKind::ArgumentConflict, reason),
        None => whole.error(ErrorKind::ArgumentConflict, reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_of_the_command_line_is_consistent() {
        CommandLine::command().debug_assert();
    }
}
