//! Effects and memos of few types: each closure given to `Effect::new` or `Memo::new` is compiled with the code that runs
//! it, half a kilobyte each.

use reactive_graph::computed::Memo;
use reactive_graph::effect::Effect;

/// Runs a function now and whenever something changes that it has read, until the current owner is disposed of.
pub fn effect(run: impl FnMut() + 'static) {
    boxed_effect(Box::new(run));
}

fn boxed_effect(run: Box<dyn FnMut()>) {
    Effect::new(run);
}

/// A value that is computed again when something changes that it has read, and tells of it if it is another then.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(compute))
}

fn boxed_memo<T: PartialEq + Send + Sync + 'static>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| compute())
}
