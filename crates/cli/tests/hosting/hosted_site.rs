//! A small site behind a real server, and its requests.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use wsis_cli::site::hosting::{self, PathPattern, Rules};

/// The part of the site's path that `mounted` servers have.
pub(crate) const MOUNT: &str = "/matrix";

/// The files of the site.
pub(crate) const FILES: &[&str] = &[
    "/index.html",
    "/app-00112233445566aa_bg.wasm",
    "/app-00112233445566aa.js",
    "/base-00112233445566aa.css",
    "/icon-00112233445566aa.svg",
    "/icon-any-192-00112233445566aa.png",
    "/sw.js",
    "/manifest.webmanifest",
    "/api/v1/manifest.json",
    "/api/v1/2026-01-02-00112233/matrix.en.json",
    "/embed/1/embed.js",
    "/embed/1.2.3/embed.js",
    "/embed/1.2.3/embed.d.ts",
    "/share/C2.html",
    "/share/C3/index.html",
    "/robots.txt",
];

/// The requests besides those for the files themselves.
pub(crate) const FOLDERS: &[&str] = &["/", "/share/C3/"];

pub(crate) const MISSING: &[&str] = &[
    "/missing.json",
    "/api/v1/missing.json",
    "/api/v1/2026-01-02-00112233/cells/C2/9/99.json",
    "/share/missing.html",
    "/embed/1.2.3/missing.js",
];

pub(crate) fn rules() -> Rules {
    let file = |path: &str| PathPattern::File(path.to_owned());
    let below = |path: &str| PathPattern::Folder(path.to_owned());
    let immutable = [
        file("/app-00112233445566aa_bg.wasm"),
        file("/app-00112233445566aa.js"),
        file("/base-00112233445566aa.css"),
        file("/icon-00112233445566aa.svg"),
        file("/icon-any-192-00112233445566aa.png"),
        below("/api/v1/2026-01-02-00112233/"),
        below("/embed/1.2.3/"),
    ];
    let policy = "default-src 'none'; script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='; \
                  connect-src 'self' https://a%b.example:81";
    Rules::new(policy, &immutable)
}

/// A server's folder: the site, its configuration, whatever it writes.
pub(crate) struct HostedSite {
    folder: tempfile::TempDir,
    port: u16,
}

impl HostedSite {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // An administrator's servers give up their rights before they read it.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let site = folder.path().join("site");
        for file in FILES {
            let path = site.join(file.trim_start_matches('/'));
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, "0123456789 ".repeat(500)).unwrap();
            // Apache does not vouch for a file of this very second.
            let hour = Duration::from_secs(3600);
            File::options().append(true).open(path).unwrap().set_modified(SystemTime::now() - hour).unwrap();
        }
        hosting::write(&site, &rules()).unwrap();
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        Self { folder, port }
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Writes a server's own configuration, with this scene's places in it.
    pub(crate) fn configure(&self, text: &str) -> String {
        let text = text
            .replace("{port}", &self.port.to_string())
            .replace("{site}", &self.path("site"))
            .replace("{folder}", &self.path(""))
            .replace("{mount}", MOUNT);
        let config = self.path("server.conf");
        fs::write(&config, text).unwrap();
        config
    }

    /// Starts a server in the foreground and waits until it listens.
    pub(crate) fn start(&self, program: &Path, arguments: &[&str]) -> Running {
        let log = self.path("log.txt");
        let output = File::create(&log).unwrap();
        let child = Command::new(program)
            .args(arguments)
            .env("HOME", self.path(""))
            // What tools.sh unpacked says another folder.
            .env("APACHE_MODULES", "/usr/lib/apache2/modules")
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_DATA_HOME")
            .stdin(Stdio::null())
            .stdout(output.try_clone().unwrap())
            .stderr(output)
            .spawn()
            .unwrap();
        let mut running = Running(child);
        let until = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let ended = running.0.try_wait().unwrap().is_some();
            let said = || fs::read_to_string(&log).unwrap();
            assert!(!ended && Instant::now() < until, "{} does not serve: {}", program.display(), said());
            thread::sleep(Duration::from_millis(20));
        }
        running
    }

    pub(crate) fn get(&self, path: &str, more: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n{more}\r\n",
            self.port
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
        Answer { status, headers }
    }

    /// Everything the rules say, at the site's root `mount`.
    pub(crate) fn check(&self, server: &str, mount: &str) {
        for path in FILES.iter().chain(FOLDERS) {
            let answer = self.get(&format!("{mount}{path}"), "Origin: null\r\n");
            let at = format!("{server} {mount}{path}: {answer:?}");
            assert_eq!(answer.status, 200, "{at}");
            self.check_everywhere(&answer, &at);
            let caching = rules().caching(path).map(hosting::CachePolicy::header);
            assert_eq!(answer.all("cache-control"), Vec::from_iter(caching.as_deref()), "{at}");
            let name = if path.ends_with('/') { "index.html" } else { path };
            let media = answer.all("content-type").first().map(|media| media.to_ascii_lowercase());
            assert_eq!(media, hosting::content_type(name), "{at}");
            assert_eq!(answer.all("content-encoding"), [""; 0], "only where it is asked for: {at}");
        }
        for path in MISSING {
            let answer = self.get(&format!("{mount}{path}"), "");
            let at = format!("{server} {mount}{path}: {answer:?}");
            assert_eq!(answer.status, 404, "{at}");
            self.check_everywhere(&answer, &at);
            assert_eq!(answer.all("cache-control"), [""; 0], "no failure is kept: {at}");
        }
        let listed = self.get(&format!("{mount}/api/"), "").status;
        assert!(matches!(listed, 403 | 404), "{server} lists a folder: {listed}");
        self.check_compression(server, mount);
    }

    pub(crate) fn check_everywhere(&self, answer: &Answer, at: &str) {
        for (name, value) in rules().headers() {
            assert_eq!(answer.all(&name.to_ascii_lowercase()), [value], "{name} once: {at}");
        }
        assert_eq!(answer.all("x-frame-options"), [""; 0], "{at}");
    }

    /// Files worth compressing are compressed, and still revalidated.
    pub(crate) fn check_compression(&self, server: &str, mount: &str) {
        for path in
            ["/index.html", "/app-00112233445566aa_bg.wasm", "/api/v1/manifest.json", "/embed/1/embed.js"]
        {
            let path = format!("{mount}{path}");
            let packed = self.get(&path, "Accept-Encoding: gzip\r\n");
            assert_eq!(packed.all("content-encoding"), ["gzip"], "{server} {path}: {packed:?}");
            let tag = packed.all("etag").first().copied().unwrap().to_owned();
            let again = self.get(&path, &format!("Accept-Encoding: gzip\r\nIf-None-Match: {tag}\r\n"));
            assert_eq!(again.status, 304, "{server} {path} with {tag}: {again:?}");
        }
    }
}

/// A server; it ends with the test.
pub(crate) struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // A signal lets a server end its own processes, too.
        Command::new("kill").arg(self.0.id().to_string()).status().ok();
        self.0.wait().ok();
    }
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
}

impl Answer {
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }
}

/// A program on the PATH or in the folders of administrators. A missing server fails the test.
pub(crate) fn find(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .chain(["/usr/sbin".into(), "/usr/local/sbin".into()])
        .map(|folder| folder.join(name))
        .find(|program| program.is_file());
    found.unwrap_or_else(|| {
        panic!(
            "{name} is not installed. On Debian `scripts/tools.sh test` installs it (the PATH that \
             `scripts/tools.sh path` prints leads to it); elsewhere install {name} yourself."
        )
    })
}
