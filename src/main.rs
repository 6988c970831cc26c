//! The program that the page starts. It only exists in the browser.

fn main() {
    #[cfg(target_arch = "wasm32")]
    wsis_sdg_matrix::start();
}
