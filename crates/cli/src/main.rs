//! Entry point of `wsis`: parses the command line, runs the command and sets the exit code.

use std::env;
use std::io::{self, Write as _};
use std::process::ExitCode;

use wsis_cli::command_line::CommandLine;

fn main() -> ExitCode {
    let command_line = CommandLine::read(env::args_os()).unwrap_or_else(|error| error.exit());
    match command_line.run() {
        Ok(summary) => {
            // A reader such as `head` may have closed the stream; the work is done all the same.
            let _ = writeln!(io::stdout(), "{summary}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
