//! The command line: reads the command and reports how it ended. All work is done in the library.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's chores.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Split the lazy chunks off the program (before wasm-bindgen: scripts/trunk)
    Split(xtask::split::Options),
    /// Measure the first load against its budget, and each chunk of the program
    Size(xtask::size::Options),
    /// Write docs/openapi.json from the contract types
    Openapi(xtask::openapi::Options),
    /// Prepare a release: version, changelog, tag text, and the built site as an archive with checksums
    Release(xtask::release::Options),
    /// Check the architecture: imports between rooms, circles, colours, classes, lengths, names
    Tidy,
}

fn main() -> ExitCode {
    let root = xtask::root();
    let outcome = match Cli::parse().command {
        Command::Split(options) => xtask::split::command(&root, &options),
        Command::Size(options) => xtask::size::command(&options),
        Command::Openapi(options) => xtask::openapi::command(&root, &options),
        Command::Release(options) => xtask::release::command(&root, &options),
        Command::Tidy => xtask::tidy::command(&root),
    };
    match outcome {
        Ok(report) => {
            // A reader such as `head` may close the stream early; the work is done all the same.
            let _ = writeln!(io::stdout(), "{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
