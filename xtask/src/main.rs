//! The command line: finds the command and reports how it ended. All work is done in the library.

use std::env;
use std::io::{self, Write as _};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  split --program FILE --rest FILE      split off what comes later (before wasm-bindgen: scripts/trunk)
  size [--folder dist]                 measure the first load against its budget
  openapi [--check]                    write docs/openapi.json; with --check only compare";

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let command = arguments.next();
    let outcome = match command.as_deref() {
        Some("split") => xtask::split::command(arguments),
        Some("size") => xtask::size::command(arguments),
        Some("openapi") => xtask::openapi::command(arguments),
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
