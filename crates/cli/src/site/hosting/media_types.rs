//! The media types of a build's files.

/// The types of the files that a build can have.
pub(super) const MEDIA_TYPES: &[MediaType] = &[
    MediaType::text("css", "text/css"),
    MediaType::text("html", "text/html"),
    MediaType::data("ico", "image/x-icon"),
    MediaType::text("js", "text/javascript"),
    MediaType::text("json", "application/json"),
    MediaType::data("png", "image/png"),
    MediaType::data("svg", "image/svg+xml"),
    // The declarations of the element's types, to be read.
    MediaType::text("ts", "text/plain"),
    MediaType::text("txt", "text/plain"),
    // Under any other type browsers refuse to compile a program while it arrives.
    MediaType::data("wasm", "application/wasm"),
    MediaType::data("webmanifest", "application/manifest+json"),
    MediaType::data("woff2", "font/woff2"),
    MediaType::data("xml", "application/xml"),
];

/// The types worth compressing; pictures and fonts are small already. `text/html` is left out: nginx always compresses it
/// and warns when it is told to.
pub(super) const COMPRESSIBLE: &[&str] = &[
    "application/json",
    "application/manifest+json",
    "application/wasm",
    "application/xml",
    "image/svg+xml",
    "text/css",
    "text/javascript",
    "text/plain",
];

/// The type of files with an extension.
pub(super) struct MediaType {
    pub(super) extension: &'static str,
    pub(super) name: &'static str,
    /// Whether it is text in UTF-8, and said to be.
    pub(super) utf8: bool,
}

impl MediaType {
    const fn text(extension: &'static str, name: &'static str) -> Self {
        Self { extension, name, utf8: true }
    }

    const fn data(extension: &'static str, name: &'static str) -> Self {
        Self { extension, name, utf8: false }
    }

    /// As the header has it.
    pub(super) fn header(&self) -> String {
        if self.utf8 { format!("{}; charset=utf-8", self.name) } else { self.name.to_owned() }
    }
}

/// The type of a file by its name, as the header has it.
#[must_use]
pub fn content_type(name: &str) -> Option<String> {
    let extension = name.rsplit_once('.')?.1;
    MEDIA_TYPES.iter().find(|media| media.extension == extension).map(MediaType::header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compressed_has_a_type() {
        for name in COMPRESSIBLE {
            assert!(MEDIA_TYPES.iter().any(|media| media.name == *name), "{name}");
        }
    }
}
