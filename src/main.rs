//! The program that the page starts.

fn main() {
    wsis_sdg_matrix::start();
}
