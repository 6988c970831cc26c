//! The host files of a build, tested with the real servers: each serves the same small site with the shipped file, at
//! its root and below a path, and has to answer what the rules say. A server that is not installed fails its test;
//! `scripts/tools.sh test` installs all of them. IIS and object storage cannot run here.
//!
//! The names of these tests begin with `served_by_`: `make check` leaves them out, `make test` runs them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

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
const MOUNT: &str = "/matrix";

/// The files of the site.
const FILES: &[&str] = &[
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

/// What is asked for besides the files themselves.
const FOLDERS: &[&str] = &["/", "/share/C3/"];

const MISSING: &[&str] = &[
    "/missing.json",
    "/api/v1/missing.json",
    "/api/v1/2026-01-02-00112233/cells/C2/9/99.json",
    "/share/missing.html",
    "/embed/1.2.3/missing.js",
];

fn rules() -> Rules {
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
struct Scene {
    folder: tempfile::TempDir,
    port: u16,
}

impl Scene {
    fn new() -> Self {
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

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Writes a server's own configuration, with this scene's places in it.
    fn configure(&self, text: &str) -> String {
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
    fn start(&self, program: &Path, arguments: &[&str]) -> Running {
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

    fn get(&self, path: &str, more: &str) -> Answer {
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
    fn check(&self, server: &str, mount: &str) {
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

    fn check_everywhere(&self, answer: &Answer, at: &str) {
        for (name, value) in rules().headers() {
            assert_eq!(answer.all(&name.to_ascii_lowercase()), [value], "{name} once: {at}");
        }
        assert_eq!(answer.all("x-frame-options"), [""; 0], "{at}");
    }

    /// What is worth it is compressed, and then still known again.
    fn check_compression(&self, server: &str, mount: &str) {
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
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // A signal lets a server end its own processes, too.
        Command::new("kill").arg(self.0.id().to_string()).status().ok();
        self.0.wait().ok();
    }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
}

impl Answer {
    fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }
}

/// A program on the PATH or in the folders of administrators. A missing server fails the test.
fn find(name: &str) -> PathBuf {
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

/// In `http`, the types and headers that a block around ours may have: ours have to win.
const NGINX: &str = "
daemon off;
pid {folder}/pid;
error_log stderr;
events {}
http {
    access_log off;
    client_body_temp_path {folder}/1;
    proxy_temp_path {folder}/2;
    fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4;
    scgi_temp_path {folder}/5;
    types { application/wrong wasm js json; }
    add_header X-Frame-Options DENY;
    autoindex on;
    server {
        listen 127.0.0.1:{port};
        {block}
    }
}
";

#[test]
fn served_by_nginx() {
    let program = find("nginx");
    for (mount, block) in [
        ("", "root {site}; include {site}/hosting/nginx.conf;"),
        ("", "root {site}; include {site}/hosting/nginx.conf; location / { try_files $uri $uri/ =404; }"),
        ("", "location / { root {site}; try_files $uri $uri/ =404; include {site}/hosting/nginx.conf; }"),
        (MOUNT, "location {mount}/ { alias {site}/; include {site}/hosting/nginx.conf; }"),
    ] {
        let scene = Scene::new();
        let config = scene.configure(&NGINX.replace("{block}", block));
        let _running = scene.start(&program, &["-c", &config, "-e", "stderr"]);
        scene.check(&format!("nginx with {block}"), mount);
    }
}

#[test]
fn served_by_caddy() {
    let program = find("caddy");
    let lines = "root * {site}\n import {site}/hosting/Caddyfile\n file_server\n";
    for (mount, block) in [
        ("", lines.to_owned()),
        (MOUNT, format!("redir {{mount}} {{mount}}/\n handle_path {{mount}}/* {{\n {lines} }}\n")),
    ] {
        let scene = Scene::new();
        let global = "{\n admin off\n auto_https off\n}\n";
        let config = scene.configure(&format!("{global}http://127.0.0.1:{{port}} {{\n {block}}}\n"));
        let _running = scene.start(&program, &["run", "--adapter", "caddyfile", "--config", &config]);
        scene.check("caddy", mount);
    }
}

/// `{headers}` loads mod_headers, or not.
const APACHE: &str = "
Define MODULES ${APACHE_MODULES}
{headers}
LoadModule mpm_event_module ${MODULES}/mod_mpm_event.so
LoadModule authz_core_module ${MODULES}/mod_authz_core.so
LoadModule alias_module ${MODULES}/mod_alias.so
LoadModule autoindex_module ${MODULES}/mod_autoindex.so
LoadModule deflate_module ${MODULES}/mod_deflate.so
LoadModule dir_module ${MODULES}/mod_dir.so
LoadModule filter_module ${MODULES}/mod_filter.so
LoadModule mime_module ${MODULES}/mod_mime.so
ServerName localhost
ServerRoot {folder}
PidFile {folder}/pid
DefaultRuntimeDir {folder}
User #65534
Group #65534
ErrorLog /dev/stderr
TypesConfig /dev/null
Listen 127.0.0.1:{port}
DocumentRoot {site}
Alias {mount}/ {site}/
<Directory {site}>
    Options Indexes
    AllowOverride FileInfo Indexes Options
    Require all granted
</Directory>
";

/// Starts Apache with that line in the place of `{headers}`.
fn apache(scene: &Scene, headers: &str) -> Running {
    let program = find("apache2");
    let config = scene.configure(&APACHE.replace("{headers}", headers));
    scene.start(&program, &["-D", "FOREGROUND", "-f", &config])
}

#[test]
fn served_by_apache() {
    let scene = Scene::new();
    let _running = apache(&scene, "LoadModule headers_module ${MODULES}/mod_headers.so");
    scene.check("apache", "");
    scene.check("apache", MOUNT);
}

#[test]
fn served_by_apache_without_mod_headers_is_an_error_and_not_a_page_without_policy() {
    let scene = Scene::new();
    let _running = apache(&scene, "");
    assert_eq!(scene.get("/", "").status, 500);
}
