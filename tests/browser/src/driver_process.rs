//! Starts a driver process and sees to it that nothing of it is left: not on drop, not after a panic, not when the tests are
//! killed. Depends on `error`.
//!
//! A few lines of `sh` stand between: they put the driver, and so the browser, into a session of its own, wait until their input
//! closes, which it does however this process ends, then kill that session and remove the profile.

use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio::sync::oneshot;

use crate::error::Error;

/// The process's script; its first argument is the profile, the rest the driver's command line.
const SCRIPT: &str = r#"
profile=$1; shift
setsid "$@" </dev/null 2>&1 &
driver=$!
read -r _
kill -s KILL -- -$driver
wait
tries=0
until rm -rf "$profile" 2>/dev/null || [ $tries -ge 50 ]; do tries=$((tries + 1)); sleep 0.1; done
"#;

/// How many lines of the driver's output are kept for messages.
const KEPT_LINES: usize = 60;

/// How often a driver that does not say when it is ready is asked.
const LOOK: Duration = Duration::from_millis(20);

/// How the port of a driver is known.
#[derive(Clone, Copy)]
pub(crate) enum Port {
    /// The driver chooses one and says it: a line with these words and then the number.
    Said(&'static str),
    /// The driver was told this one.
    Given(u16),
}

/// A driver process with its profile folder.
pub(crate) struct DriverProcess {
    child: Child,
    port: u16,
    output: Arc<Mutex<Vec<String>>>,
    profile: TempDir,
}

impl DriverProcess {
    /// Starts `program` with `arguments` and waits until it answers at its port.
    pub(crate) async fn start(program: &str, arguments: &[&str], port: Port) -> Result<Self, Error> {
        let trouble = |error: std::io::Error| Error::new(format!("{program} cannot be started: {error}"));
        let profile = tempfile::Builder::new().prefix("wsis-browser-").tempdir().map_err(trouble)?;
        let mut child = Command::new("sh")
            .args(["-c", SCRIPT, "process"])
            .arg(profile.path())
            .arg(program)
            .args(arguments)
            .env("TZ", "UTC")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Ctrl-C is for the tests: the process has still to clean up after them.
            .process_group(0)
            .spawn()
            .map_err(trouble)?;
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let output = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&output);
        let (said, heard) = oneshot::channel();
        // Made before anything can fail, so that its drop cleans up.
        let mut process = Self { child, port: 0, output, profile };
        std::thread::spawn(move || {
            let mut said = Some(said);
            for line in lines.map_while(Result::ok) {
                if let Port::Said(marker) = port
                    && let Some((_, number)) = line.split_once(marker)
                    && let Ok(port) = number.trim().trim_end_matches('.').parse::<u16>()
                    && let Some(said) = said.take()
                {
                    said.send(port).ok();
                }
                let mut kept = kept.lock().unwrap();
                if kept.len() == KEPT_LINES {
                    kept.remove(0);
                }
                kept.push(line);
            }
        });
        let answers = async {
            match port {
                Port::Said(_) => heard.await.ok(),
                Port::Given(port) => {
                    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
                        tokio::time::sleep(LOOK).await;
                    }
                    Some(port)
                }
            }
        };
        match tokio::time::timeout(Duration::from_secs(30), answers).await {
            Ok(Some(port)) => process.port = port,
            _ => {
                let output = process.output();
                return Err(Error::new(format!("{program} did not answer at a port; it said:\n{output}")));
            }
        }
        Ok(process)
    }

    /// The driver's port on this machine.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The folder for the browser's profile.
    pub(crate) fn profile(&self) -> &Path {
        self.profile.path()
    }

    /// The last lines that the driver and the browser wrote.
    pub(crate) fn output(&self) -> String {
        self.output.lock().unwrap().join("\n")
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let limit = Instant::now() + Duration::from_secs(15);
        while Instant::now() < limit {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        self.child.kill().ok();
        self.child.wait().ok();
    }
}
