//! The host files of a build, tested with the real servers: each serves the same small site with the shipped file, at
//! its root and below a path, and has to answer what the rules say. A server that is not installed fails its test;
//! `scripts/tools.sh test` installs all of them. IIS and object storage cannot run here.
//!
//! The names of these tests begin with `served_by_`: `make check` leaves them out, `make test` runs them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod hosted_site;

use hosted_site::{HostedSite, MOUNT, Running, find};

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
        let site = HostedSite::new();
        let config = site.configure(&NGINX.replace("{block}", block));
        let _running = site.start(&program, &["-c", &config, "-e", "stderr"]);
        site.check(&format!("nginx with {block}"), mount);
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
        let site = HostedSite::new();
        let global = "{\n admin off\n auto_https off\n}\n";
        let config = site.configure(&format!("{global}http://127.0.0.1:{{port}} {{\n {block}}}\n"));
        let _running = site.start(&program, &["run", "--adapter", "caddyfile", "--config", &config]);
        site.check("caddy", mount);
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
fn apache(site: &HostedSite, headers: &str) -> Running {
    let program = find("apache2");
    let config = site.configure(&APACHE.replace("{headers}", headers));
    site.start(&program, &["-D", "FOREGROUND", "-f", &config])
}

#[test]
fn served_by_apache() {
    let site = HostedSite::new();
    let _running = apache(&site, "LoadModule headers_module ${MODULES}/mod_headers.so");
    site.check("apache", "");
    site.check("apache", MOUNT);
}

#[test]
fn served_by_apache_without_mod_headers_is_an_error_and_not_a_page_without_policy() {
    let site = HostedSite::new();
    let _running = apache(&site, "");
    assert_eq!(site.get("/", "").status, 500);
}
