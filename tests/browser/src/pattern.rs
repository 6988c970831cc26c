//! Path patterns, the same for fault rules, waiting and `_headers`. Depends on nothing.

/// Whether `pattern` covers the whole of `path`: `*` stands for any run of characters, `/:name` for one segment.
pub(crate) fn covers(pattern: &str, path: &str) -> bool {
    covers_bytes(pattern.as_bytes(), path.as_bytes(), b'/')
}

/// `before` is the pattern's previous byte: a placeholder starts only after a slash.
fn covers_bytes(pattern: &[u8], path: &[u8], before: u8) -> bool {
    match pattern.split_first() {
        None => path.is_empty(),
        Some((b'*', rest)) => (0..=path.len()).any(|taken| covers_bytes(rest, &path[taken..], b'*')),
        Some((b':', rest)) if before == b'/' => {
            let name = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
            let segment = path.iter().take_while(|byte| **byte != b'/').count();
            name > 0 && segment > 0 && covers_bytes(&rest[name..], &path[segment..], b'a')
        }
        Some((first, rest)) => path.first() == Some(first) && covers_bytes(rest, &path[1..], *first),
    }
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn stars_and_placeholders() {
        assert!(covers("/*", "/"));
        assert!(covers("/*", "/a/b.js"));
        assert!(covers("*.json", "/api/v1/manifest.json"));
        assert!(covers("/api/*/cells/*", "/api/v1/x/cells/C2/9/1.json"));
        assert!(covers("/films/:title", "/films/one"));
        assert!(!covers("/films/:title", "/films/one/two"));
        assert!(!covers("/a", "/a/"));
    }
}
