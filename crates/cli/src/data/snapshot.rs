//! Names a snapshot by its date and content, so that the same name never stands for different bytes.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::date::Date;
use super::files::Files;

/// How many bytes of the hash the name shows.
const HASH_BYTES: usize = 4;

/// The name of a snapshot: its date and the beginning of the SHA-256 of every path and file, in the order of paths,
/// each closed by a zero byte. Files of projects are hashed with an empty `snapshot`, since that is this name.
#[must_use]
pub fn name(made: Date, files: &Files) -> String {
    let mut hash = Sha256::new();
    for (path, bytes) in files {
        for part in [path.as_bytes(), bytes] {
            hash.update(part);
            hash.update([0]);
        }
    }
    let mut name = format!("{made}-");
    for byte in hash.finalize().iter().take(HASH_BYTES) {
        // Writing to a string cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    name
}
