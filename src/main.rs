//! The program that the page starts: it mounts the app and nothing else.

fn main() {
    wsis_sdg_matrix::start();
}
