//! Two tables for object storage behind a CDN: `hosting/object-storage.json` says what each file is uploaded with,
//! `hosting/cloudfront.json` is the configuration of a response headers policy, as CloudFront's command line takes it.
//!
//! Depends on the rules and on the list of the site's files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::media_types::content_type;
use super::rules::{CachePolicy, FOLDER, PathPattern, Rules};

/// The paths of the site's files from its start, in order; without what only a host reads.
pub(super) fn files(site: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    collect(site, "", &mut files)?;
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let path = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &path, files)?;
        } else if !is_for_a_host(&path) {
            files.push(path);
        }
    }
    Ok(())
}

fn is_for_a_host(path: &str) -> bool {
    matches!(path, "/_headers" | "/web.config")
        || path.starts_with("/.")
        || path
            .strip_prefix('/')
            .and_then(|rest| rest.strip_prefix(FOLDER))
            .is_some_and(|rest| rest.starts_with('/'))
}

/// The uploads in their order: what a page refers to is there before the page.
pub(super) fn uploads(rules: &Rules, files: &[String]) -> Result<String> {
    let mut uploads: Vec<(bool, String, String, String)> =
        files.iter().map(|file| upload(rules, file)).collect();
    uploads.sort();
    uploads.dedup();
    let rows: Vec<Value> = uploads
        .into_iter()
        .map(|(_, path, cache, media)| json!({ "path": path, "cacheControl": cache, "contentType": media }))
        .collect();
    let table = json!({
        "about": "What to upload, in this order, and with which headers; docs/hosting.md has the command. A star \
                  stands for anything, slashes too.",
        "uploads": rows,
    });
    Ok(serde_json::to_string_pretty(&table)? + "\n")
}

/// Whether it comes last, its path or the pattern that covers it, and its two headers.
fn upload(rules: &Rules, file: &str) -> (bool, String, String, String) {
    let media = content_type(file).unwrap_or_else(|| "application/octet-stream".to_owned());
    let place = rules.caching.iter().find(|(place, _)| place.matches(file));
    // Storage has an hour of its own for files that are not spoken of.
    let caching = place.map_or(CachePolicy::Revalidate, |(_, caching)| *caching);
    let extension = file.rsplit_once('.').map(|(_, extension)| extension);
    let path = match (place, extension) {
        (Some((PathPattern::Folder(folder), _)), Some(extension)) => format!("{folder}*.{extension}"),
        _ => file.to_owned(),
    };
    let path = path.trim_start_matches('/').to_owned();
    (caching == CachePolicy::Revalidate, path, caching.header(), media)
}

/// The policy. CloudFront has a place of its own for the headers it knows and refuses them among the others.
pub(super) fn cloudfront(rules: &Rules) -> Result<String> {
    let mut security = serde_json::Map::new();
    let mut custom = Vec::new();
    for (name, value) in rules.headers() {
        match *name {
            "Content-Security-Policy" => {
                security.insert(
                    "ContentSecurityPolicy".into(),
                    json!({ "Override": true, "ContentSecurityPolicy": value }),
                );
            }
            "Referrer-Policy" => {
                security
                    .insert("ReferrerPolicy".into(), json!({ "Override": true, "ReferrerPolicy": value }));
            }
            "X-Content-Type-Options" => {
                security.insert("ContentTypeOptions".into(), json!({ "Override": true }));
            }
            "Access-Control-Allow-Origin" => {}
            _ => custom.push(json!({ "Header": name, "Value": value, "Override": true })),
        }
    }
    let one = |item: &str| json!({ "Quantity": 1, "Items": [item] });
    let policy = json!({
        "Name": "wsis-sdg-matrix",
        "Comment": "Made by the build: update it with every new one.",
        "CorsConfig": {
            "AccessControlAllowOrigins": one("*"),
            "AccessControlAllowHeaders": one("*"),
            "AccessControlAllowMethods": { "Quantity": 2, "Items": ["GET", "HEAD"] },
            "AccessControlAllowCredentials": false,
            "OriginOverride": true,
        },
        "SecurityHeadersConfig": security,
        "CustomHeadersConfig": { "Quantity": custom.len(), "Items": custom },
    });
    Ok(serde_json::to_string_pretty(&policy)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::super::rules::sample;
    use super::*;

    #[test]
    fn every_file_is_uploaded_once_and_the_page_after_what_it_needs() {
        let files =
            ["/a-0.js", "/api/v1/manifest.json", "/api/v1/x/a.json", "/api/v1/x/b/c.json", "/index.html"];
        let table = uploads(&sample(), &files.map(str::to_owned)).unwrap();
        let table: Value = serde_json::from_str(&table).unwrap();
        let rows: Vec<[&str; 3]> = table["uploads"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| ["path", "cacheControl", "contentType"].map(|key| row[key].as_str().unwrap()))
            .collect();
        let immutable = "public, max-age=31536000, immutable";
        let json = "application/json; charset=utf-8";
        assert_eq!(
            rows,
            [
                ["a-0.js", immutable, "text/javascript; charset=utf-8"],
                ["api/v1/x/*.json", immutable, json],
                ["api/v1/manifest.json", "no-cache", json],
                ["index.html", "no-cache", "text/html; charset=utf-8"],
            ]
        );
    }

    #[test]
    fn the_policy_of_the_cdn_has_every_header() {
        let (rules, rendered) = (sample(), cloudfront(&sample()).unwrap());
        let policy: Value = serde_json::from_str(&rendered).unwrap();
        let security = policy["SecurityHeadersConfig"].as_object().unwrap().len();
        let custom = policy["CustomHeadersConfig"]["Items"].as_array().unwrap().len();
        assert_eq!(security + custom + 1, rules.headers().len(), "and one for the origin");
    }

    #[test]
    fn what_only_a_host_reads_is_not_uploaded() {
        for name in ["/_headers", "/.htaccess", "/web.config", "/hosting/nginx.conf"] {
            assert!(is_for_a_host(name), "{name}");
        }
        assert!(!is_for_a_host("/hosting-0.js") && !is_for_a_host("/api/v1/manifest.json"));
    }
}
