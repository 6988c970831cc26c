//! The command line: finds the command and reports how it ended. All work is done in the library.

use std::env;
use std::io::{self, Write as _};
use std::process::ExitCode;

const USAGE: &str = "\
wsis COMMAND

  data --out FOLDER [--sources data]   make the files of the API from the sources
  import FILE... --out FOLDER --source-name TEXT --source-date DATE
                                       the same from an export (CSV, XLSX, JSON): docs/import.md
  site [--folder FOLDER]               complete a built site: data, first sight, policy (a hook of trunk)";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let command = arguments.next();
    let outcome = match command.as_deref() {
        Some("data") => wsis_cli::data::command(arguments),
        Some("import") => wsis_cli::import::command(arguments),
        Some("site") => wsis_cli::site::command(arguments),
        _ => Err(anyhow::anyhow!("{USAGE}")),
    };
    match outcome {
        Ok(report) => {
            // Whoever reads only the beginning closes the stream early; the work is done all the same.
            let _ = writeln!(io::stdout(), "{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
